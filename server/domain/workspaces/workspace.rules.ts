import type { Model } from '@/server/domain/coverage/coverage.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** First parts of addresses that belong to the program. */
const reserved = new Set([
  'api',
  'invite',
  'review',
  'new',
  'new-workspace',
  'reset',
  'sign-in',
  'sign-out',
  'static',
  'unsubscribe',
  'welcome',
  'workspaces',
])

const written: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'o', å: 'a', ł: 'l' }

/** The name as it stands in addresses: `Müller & Söhne` becomes `mueller-soehne`. Never empty, never one of the program's own. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[äöüßæøåł]/g, (letter) => written[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  if (slug === '') return 'workspace'
  return reserved.has(slug) ? `${slug}-1` : slug
}

/** Whether a workspace could have this name in addresses. */
export const canBeSlug = (text: string): boolean => /^[a-z0-9-]+$/.test(text) && !reserved.has(text)

/** `slug`, then `slug-2`, `slug-3` …: the names to try until one is free. */
export const nthSlug = (slug: string, n: number): string => (n === 1 ? slug : `${slug}-${n}`)

/** All samples are written for this model. */
export const sampleModel: Model = 'mckinsey5'

export const sampleFits = (model: Model): boolean => model === sampleModel

/** Which of our two languages presets, samples and notes are written in for a content language. */
export const writtenLocale = (contentLocale: string): Locale => (contentLocale.toLowerCase().startsWith('de') ? 'de' : 'en')
