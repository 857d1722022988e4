import type { Database } from '@/db/database'
import { keptPer, putLast } from '@/server/domain/kept'

/** An answer and until when it holds, in milliseconds since 1970. */
export interface Answer<T> {
  readonly value: T
  readonly untilMs: number
}

interface Kept<T> {
  readonly answer: Promise<Answer<T>>
  /** Not known before the answer is. */
  untilMs: number
}

/**
 * Answers kept per database, those asked for longest ago going first. Whoever asks while the same answer is being worked
 * out waits for that one. The name has to hold all that the answer depends on but time.
 */
export function remembered<T>(kind: string, size: number) {
  const answersOf = keptPer(kind, () => new Map<string, Kept<T>>())
  return async (db: Database, name: string, nowMs: number, answer: () => Promise<Answer<T>>): Promise<T> => {
    const answers = answersOf(db)
    const known = answers.get(name)
    if (known && nowMs < known.untilMs) {
      putLast(answers, name, known)
      return (await known.answer).value
    }
    const kept: Kept<T> = { answer: answer(), untilMs: Number.POSITIVE_INFINITY }
    putLast(answers, name, kept, size)
    try {
      const { value, untilMs } = await kept.answer
      kept.untilMs = untilMs
      return value
    } catch (error) {
      if (answers.get(name) === kept) answers.delete(name)
      throw error
    }
  }
}
