/**
 * Sorting by numbers without a comparing function, which would be called two million times for a hundred thousand items:
 * key and place go into one 64-bit number each, and the engine sorts those by itself in a few milliseconds.
 */
const placeBits = 20
const maxPlaces = 2 ** placeBits
const middle = 2 ** 43
const largest = 2 ** 44 - 1

/** Places in the order of their keys, equal keys in the order of their places. Keys are whole, within 2^43, or infinite. */
export function stableOrder(keys: Float64Array): Uint32Array {
  const order = new Uint32Array(keys.length)
  if (keys.length > maxPlaces) {
    for (let i = 0; i < order.length; i++) order[i] = i
    return order.sort((a, b) => compareNumbers(keys[a] as number, keys[b] as number) || a - b)
  }
  const packed = new BigUint64Array(keys.length)
  const halves = new Uint32Array(packed.buffer)
  for (let i = 0; i < keys.length; i++) {
    const key = Math.min(Math.max((keys[i] as number) + middle, 0), largest)
    const high = Math.floor(key / 4096)
    halves[2 * i + 1 - bigEnd] = high
    halves[2 * i + bigEnd] = (((key - high * 4096) << placeBits) | i) >>> 0
  }
  packed.sort()
  for (let i = 0; i < order.length; i++) order[i] = (halves[2 * i + bigEnd] as number) & (maxPlaces - 1)
  return order
}

/** Which half of a 64-bit number comes second in memory. */
const bigEnd = new Uint32Array(BigUint64Array.of(1n).buffer)[0] === 1 ? 0 : 1

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const charsAtOnce = 5
const fewTexts = 24

/** Dense ranks in the order of character codes: equal texts share one, empty ones are infinite. */
export function rankTexts(texts: readonly string[]): Float64Array {
  const order = new Uint32Array(texts.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  sortByText(order, texts, 0)
  const ranks = new Float64Array(texts.length)
  let rank = 0
  for (let i = 0; i < order.length; i++) {
    const at = order[i] as number
    if (i > 0 && texts[at] !== texts[order[i - 1] as number]) rank++
    ranks[at] = texts[at] === '' ? Number.POSITIVE_INFINITY : rank
  }
  return ranks
}

/** Sorts by five characters, then each run of equals by the next five; few ones, and beyond plain characters, by comparing. */
function sortByText(order: Uint32Array, texts: readonly string[], from: number): void {
  const compare = (a: number, b: number) => compareTexts(texts[a] as string, texts[b] as string)
  if (order.length <= fewTexts) {
    order.sort(compare)
    return
  }
  const before = order.slice()
  const keys = new Float64Array(order.length)
  for (let i = 0; i < before.length; i++) keys[i] = keyOf(texts[before[i] as number] as string, from)
  const places = stableOrder(keys)
  for (let i = 0; i < places.length; i++) order[i] = before[places[i] as number] as number
  for (let start = 0; start < places.length; ) {
    const key = keys[places[start] as number] as number
    let end = start + 1
    while (end < places.length && keys[places[end] as number] === key) end++
    // A last byte of 0 says that the texts have ended: they are equal.
    if (end - start > 1 && key % 256 !== 0) {
      if (hasBeyond(key)) order.subarray(start, end).sort(compare)
      else sortByText(order.subarray(start, end), texts, from + charsAtOnce)
    }
    start = end
  }
}

/** Five characters as one number that sorts like them; from the first one beyond 254 on they are only told to be large. */
function keyOf(text: string, from: number): number {
  let key = 0
  for (let n = 0; n < charsAtOnce; n++) {
    const at = from + n
    const code = at < text.length ? text.charCodeAt(at) + 1 : 0
    if (code >= 255) return (key + 1) * 256 ** (charsAtOnce - n) - 1
    key = key * 256 + code
  }
  return key
}

function hasBeyond(key: number): boolean {
  return key % 256 === 255
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
