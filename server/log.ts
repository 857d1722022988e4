import pino from 'pino'
import { env } from './env'

let current: pino.Logger | undefined

/** Structured lines on standard error; standard output stays free for answers. Secrets are cut out wherever they stand. */
export function log(): pino.Logger {
  current ??= pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
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
