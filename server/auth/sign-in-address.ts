/** Where to sign in and come back from; only pages of our own are kept. */
export function signInAddress(target: string | null): string {
  const local = localTarget(target)
  return local === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(local)}`
}

/** The path to go to after signing in: `/` for anything that could lead elsewhere. */
export function localTarget(target: string | null | undefined): string {
  if (!target || target.length > 4000 || !/^\/(?![/\\])/.test(target) || /[\p{Cc}\\]/u.test(target)) return '/'
  const base = 'http://here.invalid'
  const url = URL.parse(target, base)
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/'
}
