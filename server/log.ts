import pino from 'pino'
import { env } from './env'

let current: pino.Logger | undefined

/** A failed query carries its values in its message: hashes, addresses, texts. The log gets the statement and the cause only. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const told = pino.stdSerializers.errWithCause(error)
  const cut = (text: string) => text.replace(/\n?params: [\s\S]*?(?=\n {4}at |: caused by|\ncaused by|$)/gi, '')
  const clean = (entry: typeof told): typeof told => {
    const { params: _params, detail: _detail, where: _where, ...rest } = entry as typeof told & Record<string, unknown>
    const cause = entry.cause
    return {
      ...rest,
      message: cut(entry.message),
      stack: cut(entry.stack),
      ...(cause && typeof cause === 'object' ? { cause: clean(cause as typeof told) } : {}),
    } as typeof told
  }
  return clean(told)
}

/** Structured lines on standard error; standard output stays free for answers. Secrets are cut out wherever they stand. */
export function log(): pino.Logger {
  current ??= pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: withoutValues },
      redact: {
        paths: [
          'password',
          'secret',
          'token',
          'cookie',
          'authorization',
          '*.password',
          '*.secret',
          '*.token',
          '*.cookie',
          '*.authorization',
          'req.headers',
        ],
        censor: '[hidden]',
      },
    },
    pino.destination(2),
  )
  return current
}
