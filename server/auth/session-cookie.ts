/** How long a session lasts without a visit. */
export const sessionSeconds = 30 * 24 * 60 * 60

export interface HeaderCarrier {
  header(name: string): string | null
}

/** Whether the person's browser speaks https with us, directly or by way of a proxy. */
export function isOverHttps(carrier: HeaderCarrier): boolean {
  return (
    process.env.PUBLIC_URL?.startsWith('https://') === true ||
    carrier.header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
  )
}

/** The prefix makes browsers refuse the cookie over http. */
export const sessionCookieName = (overHttps: boolean): string => (overHttps ? '__Secure-etappe-session' : 'etappe-session')
