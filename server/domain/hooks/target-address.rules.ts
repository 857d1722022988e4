/** Where messages may be sent: never back into the network that the program stands in. */

export type AddressFault = 'notAnAddress' | 'notHttps' | 'withCredentials' | 'privateAddress'

/** What is wrong with an address as typed. Names are looked up later, when something is sent. */
export function faultOf(url: string, allowsPrivate: boolean): AddressFault | null {
  if (!URL.canParse(url)) return 'notAnAddress'
  const { protocol, hostname, username, password } = new URL(url)
  if (protocol !== 'https:' && !(allowsPrivate && protocol === 'http:')) return 'notHttps'
  if (username !== '' || password !== '') return 'withCredentials'
  if (allowsPrivate) return null
  const host = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  if (isNumbers(host)) return isPrivate(host) ? 'privateAddress' : null
  const isLocal = !host.includes('.') || /(^|\.)(localhost|local|internal|home\.arpa)$/.test(host)
  return isLocal ? 'privateAddress' : null
}

const isNumbers = (host: string): boolean => host.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(host)

/** Networks of IPv4 that are nobody's on the internet, as first address and length of the prefix. */
const privateNetworks: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

/** Whether an address of numbers leads into a network of one's own, or to no single machine of the internet at all. */
export function isPrivate(address: string): boolean {
  const plain = address.toLowerCase().split('%')[0] ?? ''
  if (!plain.includes(':')) {
    const number = numberOf(plain)
    return privateNetworks.some(
      ([first, bits]) => Math.floor(number / 2 ** (32 - bits)) === Math.floor(numberOf(first) / 2 ** (32 - bits)),
    )
  }
  const groups = groupsOf(plain)
  if (!groups) return true
  const [first = 0, second = 0, third = 0] = groups
  const tail = () => `${(groups[6] ?? 0) >> 8}.${(groups[6] ?? 0) & 255}.${(groups[7] ?? 0) >> 8}.${(groups[7] ?? 0) & 255}`
  // IPv4 in IPv6: mapped, translated (64:ff9b::/96), 6to4 in the second and third group.
  if (groups.slice(0, 5).every((group) => group === 0)) return groups[5] === 0xffff ? isPrivate(tail()) : true
  if (first === 0x64 && second === 0xff9b) return third !== 0 || isPrivate(tail())
  if (first === 0x2002) return isPrivate(`${second >> 8}.${second & 255}.${third >> 8}.${third & 255}`)
  // Only 2000::/3 is handed out for the internet; of it not Teredo and documentation.
  if (first < 0x2000 || first > 0x3fff) return true
  return first === 0x2001 && (second < 0x200 || second === 0xdb8)
}

/** The eight groups of an IPv6 address; undefined when it is none. */
function groupsOf(address: string): number[] | undefined {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  const hex = (high: string | undefined, low: string | undefined) => (Number(high) * 256 + Number(low)).toString(16)
  const plain = dotted ? `${dotted[1]}${hex(dotted[2], dotted[3])}:${hex(dotted[4], dotted[5])}` : address
  const [before = '', after, ...rest] = plain.split('::')
  if (rest.length > 0) return undefined
  const read = (part: string) => (part === '' ? [] : part.split(':'))
  const [head, tail] = [read(before), read(after ?? '')]
  const filled =
    after === undefined ? head : [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  if (filled.length !== 8 || !filled.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined
  return filled.map((group) => Number.parseInt(group, 16))
}

/** How an address is shown afterwards. */
export function maskedAddress(url: string): string {
  if (!URL.canParse(url)) return '…'
  const { host, pathname, search } = new URL(url)
  const rest = `${pathname}${search}`
  return rest.length > 12 ? `${host}/…${rest.slice(-4)}` : `${host}/…`
}
