import { kit } from '../kit'

const { table, id, text, oneOf, bool, whole, instant, json, unique, index } = kit

export const users = table(
  'users',
  {
    id: id().primaryKey(),
    /** Lower-cased; what people sign in with. */
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text(),
    /** Stands in each session token; raising it ends every session. */
    sessionVersion: whole().notNull().default(1),
    locale: oneOf(['en', 'de']).notNull(),
    /** Theme, density, shortcuts, remembered columns and mappings. Personal, so not in the change log. */
    preferences: json<Record<string, unknown>>().notNull(),
    isOperator: bool().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [unique('users_email').on(t.email)],
)

/** Single-use links: an invitation or a password to be set. Only the hash of the secret is stored. */
export const links = table(
  'links',
  {
    id: id().primaryKey(),
    kind: oneOf(['invite', 'password']).notNull(),
    secretHash: text().notNull(),
    workspaceId: text(),
    userId: text(),
    email: text(),
    role: text(),
    createdBy: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [unique('links_secret').on(t.secretHash), index('links_workspace').on(t.workspaceId)],
)

/** One row per thing that must be true only once for the whole installation, such as "the first account is made". */
export const installation = table('installation', {
  key: text().notNull().primaryKey(),
  value: text().notNull(),
})

/** How often passwords were tried lately, by what is counted (hashed). Shared by all processes; a row that has expired counts as absent. */
export const signInTries = table(
  'sign_in_tries',
  {
    key: text().notNull().primaryKey(),
    tries: whole().notNull(),
    /** The pauses earned so far; each makes the next one longer. */
    pauses: whole().notNull(),
    /** Before this moment the tries of `tries` count together. */
    windowEndsAt: instant().notNull(),
    pausedUntil: instant(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('sign_in_tries_expiry').on(t.expiresAt)],
)
