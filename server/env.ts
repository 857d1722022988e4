import { z } from 'zod'

const portError = 'must be a whole number from 1 to 65535'
const port = z.coerce
  .number({ error: portError })
  .int({ error: portError })
  .min(1, { error: portError })
  .max(65535, { error: portError })

const proxyError = 'must be a whole number from 0 to 10'
const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Every setting the program reads, parsed once. An empty value counts as not set. */
const settings = z.object({
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
