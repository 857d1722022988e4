import type { Palette } from './inventory'
import { randomOf } from './random'
import { searchable } from './texts'

/** A filter by field: the n-th text of its kind. `sql` says nearly the same to the floor. */
export interface FilterKind {
  readonly field: string
  text(n: number): string
  sql?(n: number): [where: string, ...values: string[]]
}

const at = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length]
  if (one === undefined) throw new Error('an empty list')
  return one
}
const tagged = (dimension: string, key: string): [string, string, string] => [
  'id in (select item from tags where dimension = ? and key = ?)',
  dimension,
  key,
]
const day = (palette: Palette, days: number) => new Date(palette.nowMs + days * 86_400_000).toISOString().slice(0, 10)

/** Every field that content can be filtered by, so that "whatever the filter" is asked and not believed. */
export function filterKinds(palette: Palette): FilterKind[] {
  const { keys, owners } = palette
  const days = (field: string, reach: number): FilterKind => ({
    field,
    text: (n) => `${field}=${day(palette, -30 - n * 7)}..${day(palette, reach)}`,
  })
  return [
    { field: 'type', text: (n) => `type=${at(keys.type, n)}`, sql: (n) => ['type = ?', at(keys.type, n)] },
    { field: 'purpose', text: (n) => `purpose=${at(keys.purpose, n)}`, sql: (n) => ['purpose = ?', at(keys.purpose, n)] },
    { field: 'status', text: (n) => `status=!${at(keys.step, n)}`, sql: (n) => ['status <> ?', at(keys.step, n)] },
    { field: 'step', text: (n) => `step=${at(keys.step, n)}`, sql: (n) => ['status = ?', at(keys.step, n)] },
    { field: 'locale', text: (n) => `locale=${at(['de*', 'en', '-,de-AT', 'en*'], n)}`, sql: () => ["locale like 'de%'"] },
    { field: 'owner', text: (n) => `owner=${at(owners, n)}`, sql: (n) => ['owner = ?', at(owners, n)] },
    { field: 'phase', text: (n) => `phase=${at(keys.phase, n)}`, sql: (n) => tagged('phase', at(keys.phase, n)) },
    { field: 'channel', text: (n) => `channel=${at(keys.channel, n)}`, sql: (n) => tagged('channel', at(keys.channel, n)) },
    { field: 'persona', text: (n) => `persona=${at(keys.persona, n)}`, sql: (n) => tagged('persona', at(keys.persona, n)) },
    { field: 'topic', text: (n) => `topic=!${at(keys.topic, n)}`, sql: (n) => tagged('topic', at(keys.topic, n)) },
    { field: 'question', text: (n) => `question=${n % 2 ? '+' : at(keys.question, n)}` },
    { field: 'stage', text: (n) => `stage=${at(['awareness', 'purchase', 'retention', 'advocacy'], n)}` },
    { field: 'group', text: (n) => `group=${at(['before', 'during', 'after'], n)}` },
    {
      field: 'title',
      text: (n) => `title=~${at(searchable, n)}`,
      sql: (n) => ['title like ?', `%${at(searchable, n)}%`],
    },
    { field: 'url', text: (n) => `url=~/item-${n + 10}` },
    { field: 'note', text: (n) => `note=~${at(searchable, n)}` },
    { field: 'field.subject', text: (n) => `field.subject=~${at(searchable, n)}` },
    { field: 'field.trigger', text: (n) => `field.trigger=${at(['event', 'newsletter', 'one_off'], n)}` },
    days('publishedAt', 0),
    days('publishAt', 60),
    days('unpublishAt', 200),
    days('plannedFor', 90),
    days('dueOn', 90),
    days('reviewBy', 300),
    days('createdAt', 1),
    days('updatedAt', 1),
    { field: 'stale', text: (n) => `stale=${n % 2 ? 'yes' : 'no'}` },
    { field: 'untagged', text: (n) => `untagged=${n % 2 ? 'yes' : 'no'}` },
    { field: 'lens', text: (n) => `lens=aida&lensPhase=${at(['attention', 'interest', 'desire', 'action'], n)}` },
    {
      field: 'three at once',
      text: (n) => `channel=${at(keys.channel, n)},${at(keys.channel, n + 3)}&locale=de*&type=!${at(keys.type, n)}`,
      sql: (n) => ["locale like 'de%' and type <> ?", at(keys.type, n)],
    },
  ]
}

/** Filters nobody has asked before: a day beside each that narrows nothing makes it another question. */
export function unseen(filter: string, n: number): string {
  const random = randomOf(n * 31 + 7)
  const day = `${1990 + random.below(20)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
  return [filter, `createdAt=${day}..`].filter(Boolean).join('&')
}
