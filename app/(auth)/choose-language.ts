'use server'
import { cookies } from 'next/headers'
import { editAccount } from '@/server/domain/members/account.commands'
import { locale } from '@/server/domain/wire.schema'
import { requestContext } from '@/server/trpc/request-context'

/** Remembers the language in this browser, and with the account of whoever is signed in. */
export async function chooseLanguage(wish: string): Promise<void> {
  const chosen = locale.parse(wish)
  const { db, now, user } = await requestContext()
  if (user) await editAccount({ db, now, user }, { locale: chosen })
  const jar = await cookies()
  jar.set('locale', chosen, { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax', httpOnly: true })
}
