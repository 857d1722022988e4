import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Dimension, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { type Random, randomOf } from './random'
import { type Language, textOf, titleOf } from './texts'

/** What items can be tagged with, and when "now" is. */
export interface Palette {
  readonly keys: { readonly [D in Dimension]: readonly string[] }
  readonly owners: readonly string[]
  readonly nowMs: number
}

export function paletteOf(vocabulary: Vocabulary, owners: readonly string[], nowMs: number): Palette {
  const keys = (dimension: Dimension) => vocabulary[dimension].filter(({ archivedAt }) => !archivedAt).map(({ key }) => key)
  return {
    keys: {
      phase: keys('phase'),
      channel: keys('channel'),
      persona: keys('persona'),
      topic: keys('topic'),
      question: keys('question'),
      campaign: keys('campaign'),
      purpose: keys('purpose'),
      type: keys('type'),
      step: keys('step'),
    },
    owners,
    nowMs,
  }
}

const dayMs = 86_400_000
const types = [
  ['page', 26],
  ['blog_post', 20],
  ['social_post', 15],
  ['faq', 12],
  ['email', 8],
  ['ad', 6],
  ['video', 4],
  ['document', 4],
  ['message', 3],
  ['script', 1.5],
  ['offline', 0.5],
] as const
const steps = [
  ['published', 60],
  ['archived', 9],
  ['planned', 10],
  ['idea', 9],
  ['in_progress', 7],
  ['in_review', 5],
] as const
const locales = [
  ['de', 46],
  ['en', 36],
  ['de-AT', 7],
  ['de-CH', 5],
  ['en-GB', 3],
  [null, 3],
] as const
/** How many of them an item has: 1.3 phases and 1.5 channels in the mean. */
const phases = [
  [0, 6],
  [1, 64],
  [2, 24],
  [3, 6],
] as const
const channels = [
  [0, 5],
  [1, 55],
  [2, 28],
  [3, 9],
  [4, 3],
] as const

/** The n-th item of an inventory as a company has it: the same for the same number and palette. */
export function inventoryItem(n: number, { keys, owners, nowMs }: Palette): ItemCreate {
  const random = randomOf(n * 7919 + 17)
  const type = random.weighted(types)
  const step = random.weighted(steps)
  const locale = random.weighted(locales)
  const language: Language = locale?.startsWith('en') ? 'en' : 'de'
  const hasAddress = ['page', 'blog_post', 'faq', 'video', 'document'].includes(type)
  return {
    title: titleOf(random, language, n),
    type,
    step,
    locale,
    purpose: random.chance(0.75) ? random.pick(keys.purpose) : null,
    ownerId: random.chance(0.85) ? random.pick(owners) : null,
    ...(hasAddress ? { url: `https://www.example.com/${language}/${type}/item-${n}` } : {}),
    note: random.chance(0.2) ? textOf(random, language, 12) : '',
    body: random.chance(0.3) ? textOf(random, language, 150 + random.below(300)) : '',
    fields: fieldsOf(random, type, language, nowMs),
    tags: {
      phase: random.some(keys.phase, random.weighted(phases)),
      channel: random.some(keys.channel, random.weighted(channels)),
      persona: random.some(keys.persona, random.below(3)),
      topic: random.some(keys.topic, random.weighted(phases)),
      question: random.chance(0.15) ? random.some(keys.question, 1) : [],
      campaign: random.chance(0.1) ? random.some(keys.campaign, 1) : [],
    },
    ...datesOf(random, step, nowMs),
  }
}

function datesOf(random: Random, step: (typeof steps)[number][0], nowMs: number): Partial<ItemCreate> {
  const at = (days: number) => new Date(nowMs + days * dayMs - random.below(dayMs))
  const on = (days: number) => at(days).toISOString().slice(0, 10)
  if (step === 'published' || step === 'archived') {
    return {
      publishedAt: at(-random.below(1100)),
      ...(random.chance(0.5) ? { reviewBy: on(random.below(700) - 200) } : {}),
      ...(step === 'published' && random.chance(0.04) ? { unpublishAt: at(2 + random.below(300)) } : {}),
    }
  }
  if (step === 'idea') return {}
  return {
    plannedFor: on(random.below(240) - 40),
    ...(random.chance(0.5) ? { dueOn: on(random.below(200) - 40) } : {}),
    ...(step === 'in_review' && random.chance(0.6) ? { publishAt: at(2 + random.below(90)) } : {}),
  }
}

function fieldsOf(random: Random, type: (typeof types)[number][0], language: Language, nowMs: number): Record<string, unknown> {
  const day = () => new Date(nowMs - random.below(800) * dayMs).toISOString().slice(0, 10)
  switch (type) {
    case 'page':
      return random.chance(0.4) ? { slug: `item-${random.below(1e6)}`, seoDescription: textOf(random, language, 20) } : {}
    case 'blog_post':
      return { slug: `post-${random.below(1e6)}`, ...(random.chance(0.5) ? { excerpt: textOf(random, language, 25) } : {}) }
    case 'faq':
      return random.chance(0.5) ? { verifiedOn: day() } : {}
    case 'email':
      return {
        subject: titleOf(random, language, random.below(1e6)),
        trigger: random.pick(['one_off', 'newsletter', 'event']),
        ...(random.chance(0.4)
          ? { promiseKind: random.pick(['date', 'duration', 'none']), sendsThanks: random.chance(0.5) }
          : {}),
      }
    case 'video':
      return {
        durationSeconds: 20 + random.below(600),
        ...(random.chance(0.2) ? { transcript: textOf(random, language, 200) } : {}),
      }
    default:
      return {}
  }
}
