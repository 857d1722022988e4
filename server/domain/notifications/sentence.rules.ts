import { addDays } from '@/server/domain/facts/moment.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { formatFilter } from '@/server/domain/filter/filter-text.rules'
import { freshnessMoments } from '@/server/domain/freshness/freshness.rules'
import { ruleKey } from '@/server/domain/gaps/gap.schema'
import type { Notification } from '@/server/domain/notifications/notification.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { ruleDefinition } from '@/server/presets/rules'

type Told = Pick<Notification, 'kind' | 'subject' | 'subjectId'> & { readonly details: Notification['details'] }

/** What a gap is called for people: its rule, and where it is about one phase, that. */
export function gapNameOf(
  { rule, phase }: { rule?: string | undefined; phase?: string | null | undefined },
  language: Locale,
  phaseName: (key: string) => string,
): string {
  const known = ruleKey.safeParse(rule)
  if (!known.success) return rule ?? ''
  const { name, stages } = ruleDefinition(known.data)
  return phase && stages.length === 0 ? `${name[language]}: ${phaseName(phase)}` : name[language]
}

/** The sentence of a piece of news: its key under `notifications.says`, and what it needs. */
export function sentenceOf(
  { kind, subject, details }: Told,
  { who, language, phaseName }: { who: string | null; language: Locale; phaseName: (key: string) => string },
): {
  key: string
  values: Readonly<Record<'who' | 'hasWho' | 'title' | 'hasTitle' | 'of' | 'where', string>> & {
    readonly count: number
    readonly today: number
    readonly overdue: number
  }
} {
  const title = titleOf(details, language, phaseName)
  const { count, today = 0, overdue = 0, place, isTheirs, isOwnerless } = details
  const by = details.reviewer ?? who
  const isSaid = (what: string | null) => (what === null || what === '' ? 'no' : 'yes')
  const where = isTheirs ? (place?.subject ?? '') : 'thread'
  const values = { who: by ?? '', hasWho: isSaid(by), title, hasTitle: isSaid(title), of: subject, where }
  return { key: isOwnerless ? 'ownerless' : kind, values: { ...values, count, today, overdue } }
}

function titleOf({ names, title, ...gap }: Told['details'], language: Locale, phaseName: (key: string) => string): string {
  const other = language === 'en' ? 'de' : 'en'
  if (names) return names[language] || names[other]
  return title ?? (gap.rule === undefined ? '' : gapNameOf(gap, language, phaseName))
}

/** Where what was given somebody stands together. */
const placesOfMany: Readonly<Record<string, string>> = {
  item: '/content?owner=me',
  finding: '/gaps?owner=me',
  campaign: '/campaigns',
}

/** Where a piece of news leads to, below the workspace. */
export function placeOf({ kind, subject, subjectId, details }: Told): string {
  if (kind === 'freshness' && details.isOwnerless) return `/content?${formatFilter(ownerlessUntil(subjectId))}`
  if (kind === 'due' || kind === 'freshness') return '/my-work'
  if (kind === 'hookStopped') return '/settings/hooks'
  if (kind === 'gapOpened' && details.count > 1) return gapsPlace(details.phases)
  if (kind === 'assigned' && details.count > 1) return placesOfMany[subject] ?? '/my-work'
  if (subject === 'comment') return talkPlace(details.place, subjectId)
  if (subject === 'task') return subjectPlace(details.place)
  return subjectPlace({ subject, id: subjectId })
}

/** Live, owned by nobody, and of those told of on this day: to be checked by then or soon after. */
const ownerlessUntil = (day: string): Filter => [
  { field: 'owner', op: 'empty', values: [] },
  { field: 'status', op: 'anyOf', values: ['published'] },
  { field: 'reviewBy', op: 'between', values: ['', addDays(day, -freshnessMoments.soon)] },
]

/** The list of gaps, of these phases where all are about one. */
export function gapsPlace(phases: readonly (string | null)[] = []): string {
  const known = [...new Set(phases)].filter((phase) => phase !== null)
  return known.length > 0 && !phases.includes(null) ? `/gaps?phase=${known.map(encodeURIComponent).join(',')}` : '/gaps'
}

/** Where a comment stands: items and briefs have tabs for it, and the page marks the one that the address names. */
export function talkPlace(place: Parameters<typeof subjectPlace>[0], commentId: string): string {
  const tab = place?.subject === 'item' ? '?tab=comments' : place?.subject === 'brief' ? '?tab=brief' : ''
  return `${subjectPlace(place)}${tab}#comment-${encodeURIComponent(commentId)}`
}

/** The page of what a comment, a task or a piece of news is about. */
export function subjectPlace(place: { readonly subject: string; readonly id: string } | undefined): string {
  const id = encodeURIComponent(place?.id ?? '')
  switch (place?.subject) {
    case 'item':
    case 'brief':
      return `/content/${id}`
    case 'campaign':
      return `/campaigns/${id}`
    case 'gap':
    case 'finding':
      return `/gaps?gap=${id}`
    default:
      return '/my-work'
  }
}
