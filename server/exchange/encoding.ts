import type { Encoding } from '@/server/domain/exchange/exchange.schema'
import { CHUNK_BYTES } from '@/server/exchange/limits'
import { decodeMacRoman } from '@/server/exchange/mac-roman'
import { turns } from '@/server/exchange/turns'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly hasMark: boolean
  /** Bytes that mean nothing in this encoding and became U+FFFD. */
  readonly damaged: number
  /** Guessed against the usual, so worth a look. */
  readonly isGuess: boolean
}

/** Turns bytes into text, in slices, finding the encoding by the byte order mark and then by what the bytes look like. */
export async function decode(bytes: Uint8Array, forced?: Encoding): Promise<Decoded> {
  const marked = readMark(bytes)
  const encoding = forced ?? marked?.encoding ?? guessUtf16(bytes)
  const content = marked && marked.encoding === (encoding ?? 'utf-8') ? bytes.subarray(marked.length) : bytes
  const hasMark = content !== bytes
  const damage = { count: 0 }
  if (encoding)
    return { text: await decodeAs(content, encoding, damage), encoding, hasMark, damaged: damage.count, isGuess: false }

  const utf8 = await decodeAs(content, 'utf-8', damage)
  // A file that is UTF-8 but for a few bytes was cut or glued; one in another encoding has hardly any valid sequence.
  if (damage.count === 0 || countValidSequences(content) > damage.count * 2) {
    return { text: utf8, encoding: 'utf-8', hasMark, damaged: damage.count, isGuess: damage.count > 0 }
  }
  const singleByte = guessSingleByte(content)
  return {
    text: await decodeAs(content, singleByte, damage),
    encoding: singleByte,
    hasMark,
    damaged: 0,
    isGuess: singleByte === 'macroman',
  }
}

function readMark(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

/** Western text in UTF-16 is every second byte zero. A stray NUL in another file is no such pattern. */
function guessUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 8192)
  const zeros = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const half = sample.length / 2
  const [even = 0, odd = 0] = zeros
  if (half < 2) return undefined
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.1) return 'utf-16be'
  return undefined
}

async function decodeAs(bytes: Uint8Array, encoding: Encoding, damage: { count: number }): Promise<string> {
  damage.count = 0
  if (encoding === 'macroman') return await inSlices(bytes, (slice) => decodeMacRoman(slice))
  if (encoding === 'utf-8') {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const text = await inSlices(bytes, (slice, stream) => strict.decode(slice, { stream })).catch(() => undefined)
    if (text !== undefined) return text
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return await inSlices(bytes, (slice, stream) => {
    const part = decoder.decode(slice, { stream })
    if (encoding === 'utf-8') damage.count += part.split('\ufffd').length - 1
    return part
  })
}

async function inSlices(bytes: Uint8Array, decodeSlice: (slice: Uint8Array, stream: boolean) => string): Promise<string> {
  const turn = turns()
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    parts.push(decodeSlice(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES < bytes.length))
    await turn.give()
  }
  return parts.join('')
}

function countValidSequences(bytes: Uint8Array): number {
  let count = 0
  const sample = bytes.subarray(0, 1_000_000)
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i] ?? 0
    const length = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0
    if (length === 0) continue
    let k = 1
    while (k <= length && ((sample[i + k] ?? 0) & 0xc0) === 0x80) k += 1
    if (k > length) {
      count += 1
      i += length
    }
  }
  return count
}

const usualLetters = new Set('äöüÄÖÜßéèêëàâáãåçîïíìôóòõûúùñæøœÉÈÀÇÅØÆŒ')
const usualSigns = new Set('–—„“”‚‘’…€«»‹›§°·•©®™´`\u00a0½²³£')

/** Windows-1252 unless the bytes make clearly better words in MacRoman (Excel on the Mac wrote its CSV so for decades). */
function guessSingleByte(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, 500_000)
  const windows = plausibility(new TextDecoder('windows-1252').decode(sample))
  const mac = plausibility(decodeMacRoman(sample))
  return mac > windows ? 'macroman' : 'windows-1252'
}

function plausibility(text: string): number {
  let score = 0
  for (const match of text.matchAll(/(.?)([^\0-\x7f])(.?)/g)) {
    const [, before = '', sign = '', after = ''] = match
    const isInWord = /[a-z]/.test(before) || /[a-z]/.test(after)
    if (usualLetters.has(sign)) score += isInWord ? 2 : 1
    else if (usualSigns.has(sign))
      score += isInWord && !/[–—’´\u00a0]/.test(sign) && /[a-z]/.test(before) && /[a-z]/.test(after) ? -2 : 1
    else score -= 2
    if (/[a-z]/.test(before) && sign !== sign.toLowerCase()) score -= 2
  }
  return score
}
