import { z } from 'zod'
import { hashPassword } from '@/server/auth/password'
import { setUp } from '@/server/domain/members/account.commands'
import { linkToken, newAccount, passwordByLink, setUpWish } from '@/server/domain/members/account.schema'
import { joinWithNewAccount, setPasswordByLink } from '@/server/domain/members/link.commands'
import { locale } from '@/server/domain/wire.schema'
import { openProcedure, router } from '../init'

const place = z.object({ slug: z.string() })

/** What strangers may do: the first visit, and what a single-use link allows. Nothing else is open. */
export const startRouter = router({
  setUp: openProcedure
    .input(setUpWish)
    .output(place)
    .mutation(({ ctx, input }) => setUp(ctx, input, hashPassword)),
  join: openProcedure
    .input(z.object({ token: linkToken, account: newAccount, language: locale }).strict())
    .output(place)
    .mutation(({ ctx, input }) => joinWithNewAccount(ctx, input, hashPassword)),
  setPassword: openProcedure
    .input(passwordByLink)
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => setPasswordByLink(ctx, input, hashPassword)),
})
