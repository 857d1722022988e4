export type ProblemCode = 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'invalid' | 'limit_reached'

export type ProblemDetails = Record<string, string | number | boolean | null>

/**
 * An outcome that the product expects and that the person can act on. Anything else that is thrown is a bug.
 * `messageKey` points into the message catalogue (`content.problem.noSuchItem`), never a sentence; `data` carries
 * structured facts for the screen (the fields in conflict, the rows that failed).
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly messageKey: string
  readonly details: ProblemDetails
  readonly data: unknown

  constructor(code: ProblemCode, messageKey: string, details: ProblemDetails = {}, data?: unknown) {
    super(`${code}: ${messageKey}`)
    this.name = 'Problem'
    this.code = code
    this.messageKey = messageKey
    this.details = details
    this.data = data
  }
}

/** Tells a Problem from other errors, also one made by another copy of this module (the server and the framework load it apart). */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === 'Problem' && 'messageKey' in error && 'code' in error
}
