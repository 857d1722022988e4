import { z } from 'zod'
import { changeOwnPassword } from '@/server/auth/change-password'
import { editAccount, setPreference, signOutEverywhere } from '@/server/domain/members/account.commands'
import { getAccount, getPreferences } from '@/server/domain/members/account.queries'
import {
  account,
  accountEdit,
  linkToken,
  passwordChange,
  preferenceChange,
  preferences,
} from '@/server/domain/members/account.schema'
import { joinWorkspace } from '@/server/domain/members/link.commands'
import { router, userProcedure } from '../init'

/** What people do about themselves. */
export const accountRouter = router({
  me: userProcedure.output(account).query(({ ctx }) => getAccount(ctx)),
  edit: userProcedure
    .input(accountEdit)
    .output(z.void())
    .mutation(({ ctx, input }) => editAccount(ctx, input)),
  changePassword: userProcedure
    .input(passwordChange)
    .output(z.void())
    .mutation(({ ctx, input }) => changeOwnPassword(ctx, input)),
  signOutEverywhere: userProcedure.output(z.void()).mutation(({ ctx }) => signOutEverywhere(ctx)),
  preferences: userProcedure.output(preferences).query(({ ctx }) => getPreferences(ctx)),
  setPreference: userProcedure
    .input(preferenceChange)
    .output(preferences)
    .mutation(({ ctx, input }) => setPreference(ctx, input)),
  join: userProcedure
    .input(z.object({ token: linkToken }))
    .output(z.object({ slug: z.string() }))
    .mutation(({ ctx, input }) => joinWorkspace(ctx, input.token)),
})
