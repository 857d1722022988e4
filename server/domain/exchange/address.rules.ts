const MAX_ADDRESS = 2000

/**
 * The address of an item as two lists may write it differently, brought to one form for comparing (never for storing).
 *
 * Does not count: http or https, case of scheme and host, `www.`, default port, one slash at the end, the order of parameters,
 * tracking parameters (`utm_…`, `gclid`, `fbclid` …), case and need of percent signs, a text fragment (`#:~:text=`).
 * Counts: the path's case, other parameters, and the fragment: lists of questions live on one page and differ only there.
 * Returns null for what is no http address.
 */
export function normaliseAddress(address: string): string | null {
  const plain = plainAddress.exec(address)
  if (plain) return `${plain[1]}${plain[2] ?? ''}`
  return normaliseSlowly(address)
}

/** Most addresses need no URL parser, which is the slow part of comparing with 100,000 items. */
const plainAddress =
  /^https?:\/\/(?:www\.)?([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?:\/?$|((?:\/[A-Za-z0-9_~.-]*[A-Za-z0-9_~-])+)\/?$)/
const tracking = /^(utm_\w+|gclid|dclid|gbraid|wbraid|fbclid|msclkid|yclid|mc_cid|mc_eid|_hsenc|_hsmi|igshid|ref_src)$/i

function normaliseSlowly(address: string): string | null {
  let url: URL
  try {
    url = new URL(address.trim())
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const host = url.host
    .replace(/^www\./, '')
    .replace(/\.$/, '')
    .replace(/:(80|443)$/, '')
  const path = tidyPercents(url.pathname).replace(/\/+$/, '')
  const parameters = [...url.searchParams]
    .filter(([name]) => !tracking.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort((a, b) => (a < b ? -1 : 1))
  const fragment = url.hash.replace(/:~:.*$/, '').replace(/^#$/, '')
  return `${host}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}${tidyPercents(fragment)}`
}

/** `%7e`, `%7E` and `~` are the same; `%2F` and `/` are not. */
function tidyPercents(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(sign) ? sign : code.toUpperCase()
  })
}

export type AddressReading =
  | { readonly url: string }
  | { readonly problem: 'dangerous' | 'relative' | 'notAnAddress' | 'tooLong' }

/** What a cell says as an address: kept as written, completed where only `https://` or the site is missing. */
export function readAddress(cell: string, siteAddress: string | null = null): AddressReading {
  // Control characters and blanks inside a scheme are an old trick to hide it.
  const text = cell.replace(/\p{Cc}/gu, '').trim()
  const scheme = /^\s*([a-z][a-z0-9+.-]*)\s*:/i.exec(text)?.[1]?.toLowerCase()
  if (scheme && /^(javascript|data|vbscript|file|blob|about)$/.test(scheme)) return { problem: 'dangerous' }
  if (text.length > MAX_ADDRESS) return { problem: 'tooLong' }
  if (scheme === 'http' || scheme === 'https') return asAddress(text)
  if (text.startsWith('//')) return asAddress(`https:${text}`)
  if (/^[./?#]/.test(text)) return siteAddress ? completed(text, siteAddress) : { problem: 'relative' }
  if (/^([\p{L}\p{N}-]+\.)+\p{L}{2,}(:\d+)?([/?#].*)?$/u.test(text)) return asAddress(`https://${text}`)
  return { problem: 'notAnAddress' }
}

function completed(path: string, site: string): AddressReading {
  try {
    return asAddress(new URL(path, site).href)
  } catch {
    return { problem: 'relative' }
  }
}

function asAddress(text: string): AddressReading {
  const url = text.replace(/\s/g, '%20')
  try {
    const { hostname, username, password } = new URL(url)
    // `https://bank.example@evil.example` shows one host and goes to another.
    if (username !== '' || password !== '') return { problem: 'dangerous' }
    return hostname === '' || url.length > MAX_ADDRESS ? { problem: 'notAnAddress' } : { url }
  } catch {
    return { problem: 'notAnAddress' }
  }
}

/**
 * A title for a page of which only the address is known: the last part of its path that says something, with the number behind it
 * (`/blog/12` is "blog 12"), else the address without its beginning.
 */
export function titleFromAddress(url: string): string {
  const address = URL.parse(url)
  if (!address) return url
  const parts = address.pathname.split('/').filter(Boolean).map(wordsOf)
  const at = parts.findLastIndex(saysSomething)
  if (at < 0) return `${address.host}${address.pathname}${address.search}`.replace(/\/$/, '')
  return [parts[at], ...parts.slice(at + 1).filter((part) => /^\d{1,10}$/.test(part))].join(' ')
}

const wordsOf = (part: string): string =>
  safeDecode(part)
    .replace(/\.(html?|php|aspx?|jsp)$/i, '')
    .replace(/[-_+]+/g, ' ')
    .trim()

/** Numbers, keys made by machines and the names of start pages do not, nor do two letters, which are mostly a language. */
function saysSomething(words: string): boolean {
  if (/^(index|default|home)$/i.test(words) || /^[\da-f ]{16,}$/i.test(words) || /%[\da-f]{2}/i.test(words)) return false
  return /\p{Lo}/u.test(words) || (words.match(/\p{L}/gu)?.length ?? 0) >= 3
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
