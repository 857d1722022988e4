import { z } from 'zod'
import { complaintAbout, longestPassword } from '@/server/domain/members/password.rules'
import { locale } from '@/server/domain/wire.schema'
import { workspaceCreate } from '@/server/domain/workspaces/workspace.schema'
import { cleanText } from '@/server/domain/written-text.rules'

export const personName = z
  .string()
  .overwrite(cleanText)
  .trim()
  .min(1, { error: 'auth.problem.nameMissing' })
  .max(120, { error: 'auth.problem.nameTooLong' })

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'auth.problem.badEmail' })
  .pipe(z.email({ error: 'auth.problem.badEmail' }))

/** As typed to sign in: whatever was accepted once. */
export const typedPassword = z
  .string()
  .min(1, { error: 'auth.problem.passwordMissing' })
  .max(longestPassword * 4)

/** Adds the complaint about a new password to its field. */
export function refuseWeak(
  { password, name, email }: { password: string; name: string; email: string },
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  const complaint = complaintAbout(password, { name, email })
  if (complaint) context.addIssue({ code: 'custom', path: ['password'], message: `auth.password.complaint.${complaint}` })
}

const accountFields = z.object({ name: personName, email, password: typedPassword })
export const newAccount = accountFields.strict().superRefine(refuseWeak)
export type NewAccount = z.infer<typeof newAccount>

export const setUpWish = z.object({ account: newAccount, language: locale, workspace: workspaceCreate }).strict()
export type SetUpWish = z.infer<typeof setUpWish>

/** The secret of a single-use link, as it stands in the address. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const passwordChange = z.object({ current: typedPassword, next: typedPassword }).strict()
/** `name` only where the account has none of its own yet. */
/** Name and language are taken for a new account only. */
export const passwordByLink = z
  .object({ token: linkToken, password: typedPassword, name: personName, language: locale })
  .partial({ name: true, language: true })
  .strict()
export type PasswordByLink = z.infer<typeof passwordByLink>

export const accountEdit = z.object({ name: personName, locale }).partial().strict()

/** What a person set for themselves. Keys of screens may be anything short; those the program reads itself are checked. */
export const preferenceKey = z.string().regex(/^[a-z][A-Za-z0-9.:_-]{0,79}$/)
export const knownPreferences = {
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['comfortable', 'compact']),
  /** Whether single keys work as shortcuts (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  lastWorkspace: z.string().max(80),
} as const

export const largestPreference = 20_000
export const largestPreferences = 200_000

/** `null` forgets the preference. */
export const preferenceChange = z
  .object({ key: preferenceKey, value: z.json() })
  .strict()
  .superRefine(({ key, value }, context) => {
    if (value === null) return
    if (JSON.stringify(value).length > largestPreference)
      context.addIssue({ code: 'custom', path: ['value'], message: 'profile.problem.preferenceTooLarge' })
    const known = Object.entries(knownPreferences).find(([name]) => name === key)?.[1]
    if (known && !known.safeParse(value).success)
      context.addIssue({ code: 'custom', path: ['value'], message: 'profile.problem.badPreference' })
  })
export type PreferenceChange = z.infer<typeof preferenceChange>

export const preferences = z.record(z.string(), z.unknown())

export const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  locale,
  /** May make further workspaces. */
  mayCreateWorkspace: z.boolean(),
})
export type Account = z.infer<typeof account>
