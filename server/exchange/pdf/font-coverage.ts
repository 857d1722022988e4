import { readFileSync } from 'node:fs'

/** The code points that a TrueType file has a glyph for, read from its table `cmap` (format 4, which is what our faces have). */
export function coverageOf(file: string): ReadonlySet<number> {
  const bytes = readFileSync(file)
  const cmap = tableAt(bytes, 'cmap')
  const found = new Set<number>()
  for (let n = 0; n < bytes.readUInt16BE(cmap + 2); n += 1) {
    const part = cmap + bytes.readUInt32BE(cmap + 4 + 8 * n + 4)
    if (bytes.readUInt16BE(part) === 4) readSegments(bytes, part, found)
  }
  return found
}

function tableAt(bytes: Buffer, tag: string): number {
  for (let n = 0; n < bytes.readUInt16BE(4); n += 1) {
    const entry = 12 + 16 * n
    if (bytes.toString('latin1', entry, entry + 4) === tag) return bytes.readUInt32BE(entry + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

function readSegments(bytes: Buffer, part: number, found: Set<number>): void {
  const size = bytes.readUInt16BE(part + 6)
  const [ends, starts] = [part + 14, part + 16 + size]
  const [deltas, offsets] = [starts + size, starts + 2 * size]
  for (let at = 0; at < size; at += 2) {
    const start = bytes.readUInt16BE(starts + at)
    const offset = bytes.readUInt16BE(offsets + at)
    for (let code = start; code <= bytes.readUInt16BE(ends + at) && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? code : bytes.readUInt16BE(offsets + at + offset + 2 * (code - start))
      if (glyph !== 0 && (glyph + bytes.readUInt16BE(deltas + at)) % 0x10000 !== 0) found.add(code)
    }
  }
}
