import { expect, test } from 'vitest'
import { valuesOfItem } from '@/components/item/form-values'
import { stepItemOfForm } from '@/components/item/step-seen'
import type { Actor } from '@/server/domain/access/access.rules'
import type { Item } from '@/server/domain/content/item.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'
import { stepRefusals } from '@/server/domain/workflow/workflow.rules'
import { presetVocabulary } from '@/server/presets/vocabulary'

const made = presetVocabulary({ model: 'mckinsey5', segment: 'b2c', sellsGoods: true, locale: 'en' })
const strict = { approval: { role: 'author' as const, notAuthor: true }, requires: ['body' as const, 'tags.phase' as const] }
const world = {
  type: made.type.map((type): Term<'type'> => ({ ...type, archivedAt: null, revision: 1 })),
  step: made.step.map((step): Term<'step'> => {
    const more = step.key === 'approved' ? strict : {}
    return { ...step, details: { ...step.details, ...more }, archivedAt: null, revision: 1 }
  }),
}
const author: Actor = { kind: 'member', userId: 'ada', workspaceId: 'w', role: 'author' }
const times = { createdAt: new Date(0), updatedAt: new Date(0), deletedAt: null, publishAt: null, publishedAt: null }
const item: Item = {
  ...times,
  id: 'i',
  groupId: 'i',
  title: 'Returns',
  type: 'page',
  purpose: null,
  step: 'in_review',
  status: 'in_review',
  url: null,
  locale: 'en',
  ownerId: 'ada',
  note: '',
  body: '',
  fields: {},
  tags: { phase: [], channel: [], persona: [], topic: [], question: [], campaign: [] },
  plannedFor: null,
  dueOn: null,
  unpublishAt: null,
  reviewBy: null,
  revision: 1,
  createdBy: 'ada',
}

/** What stands in the way of a step, each by its last word, were the form saved with this typed into it. */
function against(key: string, typed: Record<string, string | string[]> = {}, from: Item | null = item) {
  const step = world.step.find((one) => one.key === key) as Term<'step'>
  const values = { ...valuesOfItem(item, 'UTC'), ...typed }
  const seen = stepItemOfForm(values, from, undefined, step)
  return stepRefusals(author, seen, step, world).map(({ messageKey }) => messageKey.split('.').at(-1))
}

test('a step that the form cannot be saved with says why, and no longer once what it asks for is typed', () => {
  expect(against('published')).toContain('publish')
  expect(against('approved')).toEqual(['notAuthor', 'missing'])
  expect(against('approved', { body: 'Send it back.', 'tags.phase': ['retention'] })).toEqual(['notAuthor'])
  expect(against('in_progress')).toEqual([])
})

test('whoever hands the item over in the same save stays its author', () => {
  expect(against('approved', { body: 'x', 'tags.phase': ['retention'], ownerId: 'ben' })).toEqual(['notAuthor'])
})
