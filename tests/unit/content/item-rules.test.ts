import { describe, expect, test } from 'vitest'
import { editFor, shiftInstant } from '@/server/domain/content/bulk.rules'
import { patchFields, readField } from '@/server/domain/content/fields.rules'
import { type ItemState, itemChangeOf, itemWorldOf, needsPublishing, newItemOf } from '@/server/domain/content/item.rules'
import type { ItemCreate, ItemEdit } from '@/server/domain/content/item.schema'
import { momentOf } from '@/server/domain/facts/moment.rules'
import type { FieldDefinition, Term, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { plainStep } from '@/server/domain/workflow/step.schema'

const name = { en: 'Name', de: 'Name' }
const term = { name, position: 0, synonyms: [], origin: 'own' as const, source: null, archivedAt: null, revision: 1 }
const steps = (['idea', 'planned', 'in_review', 'published', 'archived'] as const).map(
  (kind): Term<'step'> => ({ ...term, dimension: 'step', key: kind, details: { ...plainStep, kind } }),
)
const field = (key: string, kind: FieldDefinition['kind'], options?: string[]): FieldDefinition => ({
  key,
  name,
  kind,
  ...(options ? { options: options.map((option) => ({ key: option, name })) } : {}),
})
const page: Term<'type'> = { ...term, dimension: 'type', key: 'page', details: { fields: [field('slug', 'text')] } }
const mail: Term<'type'> = { ...term, dimension: 'type', key: 'email', details: { fields: [field('subject', 'text')] } }
const yearly: Term<'purpose'> = {
  ...term,
  dimension: 'purpose',
  key: 'inform',
  details: { reviewAfterDays: 365, isService: false },
}
const never: Term<'purpose'> = {
  ...term,
  dimension: 'purpose',
  key: 'offer',
  details: { reviewAfterDays: null, isService: false },
}
const old: Term<'persona'> = { ...term, dimension: 'persona', key: 'old', details: { note: '' }, archivedAt: new Date(0) }
const vocabulary: Vocabulary = {
  phase: [],
  channel: [],
  persona: [old],
  topic: [],
  question: [],
  campaign: [],
  purpose: [yearly, never],
  type: [page, mail],
  step: steps,
}
const now = new Date('2026-03-05T22:59:00Z')
const world = itemWorldOf(vocabulary, momentOf(now.getTime(), 'Europe/Berlin'))

function made(create: Partial<ItemCreate> = {}): ItemState {
  const outcome = newItemOf({ title: 'Item', type: 'page', ...create }, { id: 'i', createdBy: null }, world)
  if (outcome.faults) throw new Error(JSON.stringify(outcome.faults))
  return { ...outcome.value.columns, tags: outcome.value.tags }
}

function columnsAfter(current: ItemState, edit: ItemEdit) {
  const outcome = itemChangeOf(current, edit, world)
  if (outcome.faults) throw new Error(JSON.stringify(outcome.faults))
  return outcome.value.columns
}

describe('becoming published', () => {
  test('sets the date, clears the schedule and sets the review from the later of today and the date', () => {
    const scheduled = made({ purpose: 'inform', publishAt: new Date('2027-01-01T00:00:00Z') })
    expect(columnsAfter(scheduled, { step: 'published' })).toMatchObject({
      publishedAt: now,
      publishAt: null,
      reviewBy: '2027-03-05',
    })
    const late = columnsAfter(scheduled, { step: 'published', publishedAt: new Date('2026-06-01T10:00:00Z') })
    expect(late.reviewBy).toBe('2027-06-01')
    const early = columnsAfter(scheduled, { step: 'published', publishedAt: new Date('2020-06-01T10:00:00Z') })
    expect(early).toMatchObject({ publishedAt: new Date('2020-06-01T10:00:00Z'), reviewBy: '2027-03-05' })
  })

  test('keeps a review that is set, and sets none without a purpose or with one that needs none', () => {
    expect(columnsAfter(made({ purpose: 'inform', reviewBy: '2026-05-05' }), { step: 'published' }).reviewBy).toBeUndefined()
    expect(columnsAfter(made(), { step: 'published' }).reviewBy).toBeUndefined()
    expect(columnsAfter(made({ purpose: 'offer' }), { step: 'published' }).reviewBy).toBeUndefined()
  })

  test('does not end at once because an earlier publication has ended', () => {
    const item = { ...made(), unpublishAt: new Date('2026-01-01T00:00:00Z') }
    expect(columnsAfter(item, { step: 'published' }).unpublishAt).toBeNull()
    const wanted = new Date('2026-12-31T00:00:00Z')
    expect(columnsAfter(item, { step: 'published', unpublishAt: wanted }).unpublishAt).toEqual(wanted)
  })

  test('never happens by a plan, and a published item is never without a date', () => {
    expect(columnsAfter(made(), { plannedFor: '2026-03-01' })).toEqual({ plannedFor: '2026-03-01' })
    const live = { ...made({ step: 'published' }), publishedAt: new Date(0) }
    expect(columnsAfter(live, { publishedAt: null }).publishedAt).toEqual(now)
  })
})

test('archiving and unpublishing schedule the item no more, and the status remembers since when', () => {
  expect(columnsAfter(made({ publishAt: new Date('2027-01-01T00:00:00Z') }), { step: 'archived' })).toMatchObject({
    publishAt: null,
    statusSince: now,
  })
  const live = { ...made({ step: 'published' }), statusSince: new Date(0) }
  expect(columnsAfter(live, { step: 'in_review' })).toMatchObject({ statusSince: now })
  expect(columnsAfter(live, { title: 'Other' }).statusSince).toBeUndefined()
})

test('archived terms stay where they are but are not given anew', () => {
  const had = { ...made(), tags: { ...made().tags, persona: ['old'] } }
  expect(itemChangeOf(had, { tags: { persona: ['old'] } }, world).faults).toBeUndefined()
  expect(itemChangeOf(made(), { tags: { persona: ['old'] } }, world).faults).toMatchObject([
    { field: 'tags.persona', messageKey: 'content.problem.archivedTerm' },
  ])
})

test('an end before the scheduled beginning is refused', () => {
  const [publishAt, unpublishAt] = [new Date('2026-06-02T00:00:00Z'), new Date('2026-06-01T00:00:00Z')]
  expect(itemChangeOf(made(), { publishAt, unpublishAt }, world).faults).toMatchObject([{ field: 'unpublishAt' }])
})

test('publishing rights are asked for going live, leaving it and dates that do either', () => {
  const live = made({ step: 'published' })
  const asks = (item: ItemState | null, edit: ItemEdit) => needsPublishing(item, edit, world)
  expect([asks(null, { step: 'published' }), asks(live, { step: 'archived' }), asks(made(), { publishAt: now })]).toEqual([
    true,
    true,
    true,
  ])
  expect([
    asks(null, { step: 'idea' }),
    asks(live, { step: 'published' }),
    asks(live, { title: 'x' }),
    asks(made(), { publishAt: null }),
  ]).toEqual([false, false, false, false])
})

describe('a field of a type', () => {
  const read = (kind: FieldDefinition['kind'], value: unknown, options?: string[]) => {
    const result = readField(field('key', kind, options), value, (topic) => topic === 'camera')
    return 'value' in result ? result.value : result.messageKey.split('.').at(-1)
  }

  test('is read by its kind', () => {
    expect(read('text', '  a ')).toBe('a')
    expect(read('number', '12.5')).toBe(12.5)
    expect(read('day', '2026-12-31')).toBe('2026-12-31')
    expect(read('yesNo', false)).toBe(false)
    expect(read('choices', ['b', 'a', 'b'], ['a', 'b', 'c'])).toEqual(['a', 'b'])
    expect(read('list', [' x ', '', 'x'])).toEqual(['x'])
    expect(read('url', 'https://example.com')).toBe('https://example.com')
    const claim = { topic: 'camera', kind: 'price', value: '10 €' }
    expect(read('claims', [claim, claim])).toEqual([claim])
  })

  test('is nothing when nothing is left of it', () => {
    expect([read('text', ' '), read('list', ['']), read('choices', [], ['a']), read('number', null)]).toEqual(
      Array(4).fill(undefined),
    )
  })

  test('is refused when it does not fit', () => {
    expect(read('number', 'many')).toBe('notANumber')
    expect(read('day', '2026-02-30')).toBe('notADay')
    expect(read('yesNo', 'yes')).toBe('notYesNo')
    expect(read('choice', 'z', ['a'])).toBe('notAChoice')
    expect(read('url', 'javascript:alert(1)')).toBe('notAnAddress')
    expect(read('text', 'x'.repeat(2001))).toBe('tooLong')
    expect(read('claims', [{ topic: 'unknown', kind: 'price', value: '1' }])).toBe('noSuchTopic')
    expect(read('claims', [{ topic: 'camera' }])).toBe('notClaims')
  })

  test('of another type is kept and can only be taken away', () => {
    const patch = (fields: Record<string, unknown>) => patchFields({ subject: 'Hi' }, fields, page.details.fields, () => false)
    expect(patch({ slug: 'a' })).toEqual({ fields: { subject: 'Hi', slug: 'a' }, faults: [] })
    expect(patch({ subject: 'Hi' }).faults).toEqual([])
    expect(patch({ subject: null }).fields).toEqual({})
    expect(patch({ subject: 'New' }).faults).toMatchObject([{ field: 'field.subject' }])
  })
})

test('a date so far away that somebody must have slipped is refused; one that stands there already may stay', () => {
  const far = ['0001-01-01', '1899-12-31', '2201-01-01', '9999-12-31']
  const slips: ItemEdit[] = [
    ...far.flatMap((day) => [{ plannedFor: `${day}T10:00` }, { dueOn: day }, { reviewBy: day }]),
    ...[-8.64e15, Date.UTC(2201, 0, 2), 8.64e15].flatMap((ms) => {
      const at = new Date(ms)
      return [{ publishAt: at }, { publishedAt: at }, { unpublishAt: at }]
    }),
  ]
  for (const edit of slips) {
    const [field] = Object.keys(edit)
    expect(itemChangeOf(made(), edit, world).faults).toMatchObject([{ field, messageKey: 'content.problem.farDay' }])
  }
  const kept = { ...made(), dueOn: '9999-12-31' }
  expect(columnsAfter(kept, { dueOn: '9999-12-31', title: 'Another' })).toMatchObject({ title: 'Another' })
  expect(columnsAfter(made(), { dueOn: '1900-01-01', plannedFor: '2200-12-31' })).toMatchObject({ dueOn: '1900-01-01' })
})

describe('a bulk edit of one item', () => {
  test('does several things to a dimension in their order', () => {
    const item = { ...made(), tags: { ...made().tags, phase: ['a', 'b'] } }
    const tags = [
      { dimension: 'phase' as const, action: 'remove' as const, keys: ['a'] },
      { dimension: 'phase' as const, action: 'add' as const, keys: ['c', 'b'] },
    ]
    expect(editFor(item, { tags }, 'UTC').tags).toEqual({ phase: ['b', 'c'] })
  })

  test('shifts what it has just set, and only dates that are there', () => {
    const edit = editFor(made(), { set: { dueOn: '2026-01-30' }, shift: { fields: ['dueOn', 'plannedFor'], days: 2 } }, 'UTC')
    expect(edit).toEqual({ dueOn: '2026-02-01' })
  })

  test('keeps the time of day when the clocks are turned', () => {
    const before = new Date('2026-10-24T07:30:05.250Z')
    expect(shiftInstant(before, 1, 'Europe/Berlin')).toEqual(new Date('2026-10-25T08:30:05.250Z'))
    expect(shiftInstant(shiftInstant(before, 1, 'Europe/Berlin'), -1, 'Europe/Berlin')).toEqual(before)
  })
})
