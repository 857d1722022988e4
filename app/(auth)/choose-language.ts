'use server'
import { cookies } from 'next/headers'
import { locale } from '@/server/domain/wire.schema'

/** Remembers the language for pages before signing in, and for whoever signs out. */
export async function chooseLanguage(wish: string): Promise<void> {
  const chosen = locale.parse(wish)
  const jar = await cookies()
  jar.set('locale', chosen, { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax', httpOnly: true })
}
