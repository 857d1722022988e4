/** What a door can tell about a request before reading its body. `path` is without the query. */
export interface Arrival {
  readonly method: string
  readonly path: string
  header(name: string): string | undefined
}

export interface Refusal {
  readonly status: 403 | 411 | 413
  readonly code: 'forbidden' | 'invalid' | 'limit_reached'
  readonly messageKey: 'http.problem.foreignOrigin' | 'http.problem.lengthMissing' | 'http.problem.bodyTooLarge'
}

const megabyte = 1024 * 1024
const bodyLimit = 2 * megabyte
/** Files to import go here; everything else is JSON or a small form. */
const uploadPath = '/api/import'
const uploadLimit = 60 * megabyte

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** How many bytes a request to this path may carry. */
export const bodyLimitOf = (path: string): number =>
  path === uploadPath || path.startsWith(`${uploadPath}/`) ? uploadLimit : bodyLimit

/** Why a request is turned away before anything reads it, or undefined. `publicUrl`: the address people use, when it is set. */
export function refusalOf(request: Arrival, publicUrl: string | undefined): Refusal | undefined {
  return refusedBody(request) ?? refusedOrigin(request, publicUrl)
}

/** Without a length one cannot know the size in advance; browsers and every usual client send it. */
function refusedBody({ path, header }: Arrival): Refusal | undefined {
  if (header('transfer-encoding')) return { status: 411, code: 'invalid', messageKey: 'http.problem.lengthMissing' }
  const length = Number(header('content-length') ?? 0)
  if (length <= bodyLimitOf(path)) return undefined
  return { status: 413, code: 'limit_reached', messageKey: 'http.problem.bodyTooLarge' }
}

/**
 * A write must come from our own pages. Browsers send `Origin` with every write and cannot be made to lie by another site; a
 * program that sends neither `Origin` nor cookies acts for nobody, so it is let through to be refused for that.
 */
function refusedOrigin({ method, header }: Arrival, publicUrl: string | undefined): Refusal | undefined {
  if (readingMethods.has(method)) return undefined
  const refusal: Refusal = { status: 403, code: 'forbidden', messageKey: 'http.problem.foreignOrigin' }
  const origin = header('origin')
  const site = header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refusal
  if (origin !== undefined) return isOurOrigin(origin, header('host'), publicUrl) ? undefined : refusal
  if (site !== undefined) return undefined
  return header('cookie') === undefined ? undefined : refusal
}

function isOurOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  if (publicUrl !== undefined && url.origin === new URL(publicUrl).origin) return true
  return (
    /^https?:$/.test(url.protocol) && url.host === host?.toLowerCase().replace(url.protocol === 'https:' ? /:443$/ : /:80$/, '')
  )
}
