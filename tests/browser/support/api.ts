import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import superjson from 'superjson'
import type { AppRouter } from '@/server/trpc/root'

export interface Account {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** The procedures of a running program over HTTP, as a stranger or with somebody's cookies. For what a test needs before it begins. */
export function apiOf(url: string, cookie = ''): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/api/trpc`,
        transformer: superjson,
        headers: () => ({ origin: url, ...(cookie ? { cookie } : {}) }),
      }),
    ],
  })
}

/** Signs in as the sign-in page does. Returns the cookies of the session, or undefined when refused. */
export async function sessionOf(
  url: string,
  { email, password }: Pick<Account, 'email' | 'password'>,
): Promise<string | undefined> {
  const asked = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const answered = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie: cookiesOf(asked), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  const cookies = cookiesOf(answered)
  return /session/.test(cookies) ? cookies : undefined
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
