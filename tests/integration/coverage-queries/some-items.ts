import { createItem } from '@/server/domain/content/item.commands'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Context } from '@/server/domain/context'

/** Always the same numbers below `n`. */
export function dice(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

export function anyItem(roll: (n: number) => number, n: number, owner: string): ItemCreate {
  const some = (keys: readonly string[]) => keys.filter(() => roll(3) === 0)
  const day = (month: number) => `2026-0${month}-${String(1 + roll(28)).padStart(2, '0')}`
  const step = ['idea', 'planned', 'in_progress', 'published', 'published', 'published', 'archived'][roll(7)] ?? 'idea'
  return {
    title: `Item ${n} ${['Kamera', 'Alarm', 'Tür'][roll(3)]}`,
    type: ['page', 'email', 'faq'][roll(3)] ?? 'page',
    purpose: [null, 'newsletter', 'support'][roll(3)] ?? null,
    step,
    locale: [null, 'de', 'de-AT', 'en'][roll(4)] ?? null,
    ownerId: roll(3) === 0 ? owner : null,
    plannedFor: roll(2) === 0 ? day(1 + roll(6)) : null,
    publishAt: step !== 'published' && roll(3) === 0 ? new Date(`${day(4 + roll(3))}T09:00:00Z`) : null,
    publishedAt: step === 'published' ? new Date(`${day(1)}T08:00:00Z`) : null,
    reviewBy: roll(2) === 0 ? day(1 + roll(6)) : null,
    tags: {
      phase: some(['awareness', 'consideration', 'conversion', 'retention', 'advocacy']),
      channel: some(['website', 'email', 'social', 'phone']),
      persona: [],
      topic: [],
      question: [],
    },
  }
}

export async function fill(context: Context & { userId: string }, count: number, seed: number): Promise<string[]> {
  const roll = dice(seed)
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) ids.push((await createItem(context, anyItem(roll, n, context.userId))).item.id)
  return ids
}
