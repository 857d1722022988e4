import type { FileFormat } from '@/server/domain/exchange/exchange.schema'
import { UnreadableFile } from '@/server/exchange/unreadable-file'

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)

/** Tells by the bytes what a file is: names and types of uploads are often wrong. Throws UnreadableFile for what is no table. */
export function recogniseFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) throw new UnreadableFile('exchange.problem.empty')
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return 'xlsx'
  if (startsWith(bytes, 0x50, 0x4b, 5, 6)) throw new UnreadableFile('exchange.problem.zip')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableFile('exchange.problem.oldExcel')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new UnreadableFile('exchange.problem.pdf')
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) || startsWith(bytes, 0x52, 0x61, 0x72, 0x21)) {
    throw new UnreadableFile('exchange.problem.zip')
  }
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46, 0x38)
  ) {
    throw new UnreadableFile('exchange.problem.picture')
  }
  return recogniseText(bytes)
}

function recogniseText(bytes: Uint8Array): FileFormat {
  // Good enough to see the first characters in every encoding: blanks, NULs and byte order marks are passed over.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replace(/^[\s\0\u00fe\u00ff\u00ef\u00bb\u00bf]+/, '')
  const opening = start.replaceAll('\0', '').slice(0, 200).toLowerCase()
  if (/^<(!doctype html|html|head|body|script|meta|title)\b/.test(opening)) throw new UnreadableFile('exchange.problem.html')
  if (/^<(\?xml|!doctype|rss|feed|urlset|sitemapindex)\b/.test(opening)) throw new UnreadableFile('exchange.problem.xml')
  if (opening.startsWith('{') || /^\[\s*[[{"\]\dtfn-]/.test(opening)) return 'json'
  return 'csv'
}
