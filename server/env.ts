import { z } from 'zod'

const portError = 'must be a whole number from 1 to 65535'
const port = z.coerce
  .number({ error: portError })
  .int({ error: portError })
  .min(1, { error: portError })
  .max(65535, { error: portError })

const proxyError = 'must be a whole number from 0 to 10'
const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** `1` and `true` are yes, `0` and `false` no. */
const yesNo = z
  .enum(['1', '0', 'true', 'false'], { error: 'must be 1 or 0' })
  .transform((text) => text === '1' || text === 'true')

const mailbox = /^([^<>\p{Cc}]*<[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>|[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+)$/u

/** Every setting the program reads, parsed once. An empty value counts as not set. */
const separate = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('localhost'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|file:)/, {
      error: 'must begin with postgres:// or file:, or be absent for the SQLite file in the data folder',
    })
    .optional(),
  /** The address people use, when a proxy stands in front: `https://plan.example.org`. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address such as https://plan.example.org' })
    .optional(),
  /** How many proxies stand in front and append to `x-forwarded-for`; 0 believes nobody. */
  TRUST_PROXY: z.coerce
    .number({ error: proxyError })
    .int({ error: proxyError })
    .min(0, { error: proxyError })
    .max(10, { error: proxyError })
    .default(0),
  SESSION_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  LOG_LEVEL: z.enum(levels, { error: `must be one of ${levels.join(', ')}` }).default('info'),
  /** The mail server in one: `smtps://user:password@mail.example.org`. Instead of the five below. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@mail.example.org:465' })
    .optional(),
  SMTP_HOST: z
    .string()
    .regex(/^[^\s/@]+$/, { error: 'must be the name of a machine such as mail.example.org' })
    .optional(),
  SMTP_PORT: port.optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  /** Encrypted from the first byte (usual on port 465); else it begins plain and is encrypted when the server offers it. */
  SMTP_SECURE: yesNo.optional(),
  /** Who mails come from: `Etappe <etappe@example.org>`. */
  MAIL_FROM: z
    .string()
    .max(300)
    .regex(mailbox, { error: 'must be an e-mail address such as etappe@example.org or Etappe <etappe@example.org>' })
    .optional(),
  /** Chat messages may go to machines of one's own network, also without encryption. */
  HOOKS_ALLOW_PRIVATE: yesNo.default(false),
})

/** Mail needs a server and a sender. */
const settings = separate.superRefine(({ SMTP_URL, SMTP_HOST, SMTP_USER, SMTP_PASSWORD, MAIL_FROM }, context) => {
  const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  if (SMTP_URL && SMTP_HOST) wrong('SMTP_HOST', 'the mail server is named by SMTP_URL already; set one of the two')
  const isServerSet = SMTP_URL !== undefined || SMTP_HOST !== undefined
  if (isServerSet && MAIL_FROM === undefined) wrong('MAIL_FROM', 'it is needed to send mail, such as etappe@example.org')
  if (!isServerSet && MAIL_FROM !== undefined) wrong('MAIL_FROM', 'without SMTP_URL or SMTP_HOST no mail can be sent')
  if (SMTP_PASSWORD !== undefined && SMTP_USER === undefined) wrong('SMTP_USER', 'it is needed when SMTP_PASSWORD is set')
})
export type Env = z.infer<typeof settings>

/** Thrown with one sentence per wrong setting. */
export class WrongSettings extends Error {}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = settings.safeParse(given)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map(({ path, message }) => `The setting ${path.join('.')} is wrong: ${message}.`)
  throw new WrongSettings(sentences.join('\n'))
}

let current: Env | undefined

/** The settings of this process. */
export function env(): Env {
  current ??= parseEnv(process.env)
  return current
}
