import { expect, test } from 'vitest'
import { bulkEditOf, restingDraft } from '@/components/content/bulk-kind'
import { bulkEdit } from '@/server/domain/content/bulk.schema'

const draft = (change: Partial<typeof restingDraft>) => ({ ...restingDraft, ...change })

test('adding or removing nothing means nothing, replacing by nothing takes all away', () => {
  expect(bulkEditOf('phase', draft({ action: 'add' }))).toBeNull()
  expect(bulkEditOf('phase', draft({ action: 'remove' }))).toBeNull()
  expect(bulkEditOf('phase', draft({ action: 'replace' }))).toEqual({
    tags: [{ dimension: 'phase', action: 'replace', keys: [] }],
  })
})

test('status and type need a value, purpose, owner and language may be emptied', () => {
  expect(bulkEditOf('status', draft({}))).toBeNull()
  expect(bulkEditOf('type', draft({}))).toBeNull()
  expect(bulkEditOf('status', draft({ value: 'live' }))).toEqual({ set: { step: 'live' } })
  expect(bulkEditOf('owner', draft({}))).toEqual({ set: { ownerId: null } })
  expect(bulkEditOf('purpose', draft({}))).toEqual({ set: { purpose: null } })
})

test('a shift needs days that move something and a date to move', () => {
  expect(bulkEditOf('shift', draft({ days: null }))).toBeNull()
  expect(bulkEditOf('shift', draft({ days: 0 }))).toBeNull()
  expect(bulkEditOf('shift', draft({ days: -7, dates: [] }))).toBeNull()
  expect(bulkEditOf('shift', draft({ days: -7, dates: ['dueOn'] }))).toEqual({ shift: { fields: ['dueOn'], days: -7 } })
})

test('every edit is one that the server takes', () => {
  const edits = [
    bulkEditOf('topic', draft({ action: 'remove', keys: ['price'] })),
    bulkEditOf('locale', draft({ value: 'de' })),
    bulkEditOf('shift', draft({ days: 3 })),
    bulkEditOf('trash', restingDraft),
    bulkEditOf('restore', restingDraft),
  ]
  for (const edit of edits) expect(bulkEdit.safeParse(edit).error).toBeUndefined()
})
