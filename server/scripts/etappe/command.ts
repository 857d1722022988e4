import type { Context } from '@/server/domain/context'
import type { ProblemDetails } from '@/server/domain/errors'
import type { Locale } from '@/server/domain/wire.schema'
import type { Output } from './output'
import type { Program } from './program'

/** What the shell gets to know. Told in `--help`; scripts of other people hang on it. */
export const exitCodes = {
  done: 0,
  /** Done, but there is something to look at: open gaps that were asked for, rows that failed, a fault. */
  found: 1,
  wrongUsage: 2,
  /** What was named is not there, or is refused as it is. */
  refused: 3,
  /** Settings, database or machine do not let it be done. */
  failed: 4,
  /** Stopped by Ctrl-C. */
  stopped: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends a command with a sentence. */
export class Ending extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly messageKey: string,
    readonly details: ProblemDetails = {},
  ) {
    super(messageKey)
  }
}

export interface Option {
  /** How its value is called in the help; null: a switch. */
  readonly value: string | null
  readonly isRequired?: boolean
  readonly isRepeated?: boolean
  readonly choices?: readonly string[]
}

/** A command as it was called. */
export interface Call {
  readonly positionals: readonly string[]
  text(option: string): string | undefined
  list(option: string): readonly string[]
  has(option: string): boolean
  readonly out: Output
  readonly say: (key: string, details?: ProblemDetails) => string
  readonly locale: Locale
  /** Opens the database, brought up to date before. */
  program(): Promise<Program>
  /** The workspace of `--workspace`, seen by the operator. */
  context(): Promise<Context>
}

export interface Command {
  /** As it is typed: `workspace create`. */
  readonly name: string
  readonly positionals: readonly { readonly name: string; readonly isOptional?: boolean }[]
  readonly options: Readonly<Record<string, Option>>
  load(): Promise<(call: Call) => Promise<ExitCode>>
}

/** The innermost message: the layers above only say which statement failed. */
export function reasonOf(error: unknown): string {
  let at = error
  while (at instanceof Error && at.cause instanceof Error) at = at.cause
  if (at instanceof AggregateError) at = at.errors[0]
  return at instanceof Error ? at.message || at.name : String(at)
}
