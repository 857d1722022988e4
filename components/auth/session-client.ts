/** The browser's half of signing in; the other is next-auth at /api/auth. */

export type SignInOutcome =
  | { ok: true }
  | { ok: false; reason: 'wrong' | 'failed' }
  | { ok: false; reason: 'wait'; minutes: number }

/** Asks for a session cookie. Throws when the server cannot be reached. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const response = await post('callback/credentials', { email, password })
  if (response.ok) return { ok: true }
  const { url } = (await response.json().catch(() => ({}))) as { url?: string }
  const error = url ? new URL(url, location.origin).searchParams.get('error') : null
  const wait = /^wait:(\d+)$/.exec(error ?? '')
  if (wait) return { ok: false, reason: 'wait', minutes: Math.ceil(Number(wait[1]) / 60) }
  return { ok: false, reason: error === 'CredentialsSignin' ? 'wrong' : 'failed' }
}

/** Ends this browser's session and leaves the program; whatever was shown goes with the page. */
export async function signOut(target = '/sign-in'): Promise<void> {
  await post('signout', {})
  location.assign(target)
}

/** Moves the end of the session thirty days from now; a session that has been ended loses its cookie instead. */
export async function renewSession(): Promise<void> {
  await fetch('/api/auth/session')
}

async function post(action: string, values: Record<string, string>): Promise<Response> {
  const csrf = await fetch('/api/auth/csrf')
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  return fetch(`/api/auth/${action}`, { method: 'POST', body: new URLSearchParams({ ...values, csrfToken, json: 'true' }) })
}
