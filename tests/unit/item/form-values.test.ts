import { describe, expect, test } from 'vitest'
import {
  changesOf,
  createOf,
  editOf,
  filledOf,
  newValues,
  readValues,
  sendable,
  valuesOfItem,
  withoutYes,
} from '@/components/item/form-values'
import type { Item } from '@/server/domain/content/item.schema'
import { presetVocabulary } from '@/server/presets/vocabulary'

const zone = 'Europe/Berlin'
const item: Item = {
  id: 'i1',
  groupId: 'i1',
  title: 'Order confirmation',
  type: 'email',
  purpose: 'order_confirmation',
  step: 'published',
  status: 'published',
  url: null,
  locale: 'de',
  ownerId: null,
  note: '',
  body: 'Thank **you**.\n',
  fields: { subject: 'Your order', sendsThanks: false },
  tags: { phase: ['conversion'], channel: ['email'], persona: [], topic: [], question: [], campaign: [] },
  plannedFor: '2026-03-01',
  dueOn: null,
  publishAt: null,
  publishedAt: new Date('2026-03-29T00:59:17.250Z'),
  unpublishAt: null,
  reviewBy: '2026-09-01',
  revision: 3,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  updatedAt: new Date('2026-01-02T00:00:00Z'),
  createdBy: null,
  deletedAt: null,
}

describe('the form of an item', () => {
  test('changes nothing when nobody typed, to the second', () => {
    const values = valuesOfItem(item, zone)
    expect(changesOf(values, values)).toEqual({})
    expect(editOf(changesOf(values, values), zone)).toEqual({})
  })
  test('empty and absent are the same', () => {
    const values = valuesOfItem(item, zone)
    expect(changesOf(values, { ...values, url: '', 'tags.topic': [], 'field.preheader': '' })).toEqual({})
  })
  test('No is an answer, and differs from none', () => {
    const values = valuesOfItem(item, zone)
    expect(editOf(changesOf(values, { ...values, 'field.listsOrderDetails': false }), zone)).toEqual({
      fields: { listsOrderDetails: false },
    })
    expect(editOf(changesOf(values, { ...values, 'field.sendsThanks': null }), zone)).toEqual({ fields: { sendsThanks: null } })
  })
  test('sends only what changed, each in its place', () => {
    const values = valuesOfItem(item, zone)
    const changed = { ...values, title: 'New title', 'tags.channel': ['email', 'app'], purpose: null, 'field.subject': 'Thanks' }
    expect(editOf(changesOf(values, changed), zone)).toEqual({
      title: 'New title',
      purpose: null,
      tags: { channel: ['email', 'app'] },
      fields: { subject: 'Thanks' },
    })
  })
  test('times are the wall clock of the workspace, also across the change of clocks', () => {
    const edit = editOf({ publishAt: '2026-07-01T09:30', unpublishAt: '2026-12-01', publishedAt: null }, zone)
    expect(edit.publishAt).toEqual(new Date('2026-07-01T07:30:00Z'))
    expect(edit.unpublishAt).toEqual(new Date('2026-11-30T23:00:00Z'))
    expect(edit.publishedAt).toBeNull()
  })
  test('of a time that the clocks show twice the first is meant unless the form says the second, and both stay as they are', () => {
    const second = new Date('2026-10-25T01:30:00Z')
    expect(editOf({ publishAt: '2026-10-25T02:30' }, zone).publishAt).toEqual(new Date('2026-10-25T00:30:00Z'))
    expect(valuesOfItem({ ...item, publishAt: second }, zone).publishAt).toBe('2026-10-25T02:30+01:00')
    expect(editOf({ publishAt: '2026-10-25T02:30+01:00' }, zone).publishAt).toEqual(second)
    expect(editOf({ publishAt: '2026-03-29T02:30' }, zone).publishAt).toEqual(new Date('2026-03-29T01:30:00Z'))
  })
  test('a yes is told apart from everything else that changed: approved, live, or live at a time', () => {
    const steps = presetVocabulary({ model: 'mckinsey5', segment: 'b2c', sellsGoods: true, locale: 'en' }).step
    const changes = { title: 'Mine', body: 'Mine too' }
    for (const step of ['approved', 'published']) expect(withoutYes({ ...changes, step }, steps)).toEqual(changes)
    expect(withoutYes({ ...changes, publishAt: '2026-12-24T10:00' }, steps)).toEqual(changes)
    for (const step of ['in_review', 'in_progress', 'archived'])
      expect(withoutYes({ ...changes, step, publishAt: null }, steps)).toEqual({ ...changes, step, publishAt: null })
  })

  test('fields of another type are not sent', () => {
    const changes = { title: 'x', 'field.subject': 'a', 'field.slug': 'b' }
    expect(sendable(changes, new Set(['slug']))).toEqual({ title: 'x', 'field.slug': 'b' })
  })
  test('a new item is created with what is filled in, and nothing else', () => {
    const values = newValues({ title: 'Poster', type: 'offline', 'tags.phase': ['awareness'], locale: 'de' })
    expect(createOf(values, zone)).toEqual({ title: 'Poster', type: 'offline', locale: 'de', tags: { phase: ['awareness'] } })
  })
})

describe('a stored draft', () => {
  test('comes back as it was typed, half a date included', () => {
    const typed = {
      title: '',
      plannedFor: '2026-0',
      'tags.phase': ['a'],
      'field.claims': [{ topic: 't', kind: 'price', value: '1' }],
    }
    expect(readValues(JSON.parse(JSON.stringify(typed)))).toEqual(typed)
  })
  test('loses what no control can hold', () => {
    expect(readValues({ title: 'x', odd: { nested: true }, list: [1, 2] })).toEqual({ title: 'x' })
  })
  test('of a new item says everything, whatever address it is opened under', () => {
    expect(filledOf(newValues({ title: 'T', type: 'faq' }))).toEqual({ title: 'T', type: 'faq' })
  })
})
