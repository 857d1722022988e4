import { expect, test } from 'vitest'
import { faultsOf, remarksOf } from '@/components/item/form-checks'
import { newValues } from '@/components/item/form-values'
import { typePresets } from '@/server/presets/types'

const fieldsOf = (key: string) => typePresets.find((type) => type.key === key)?.fields ?? []

test('title and type are all that an item needs', () => {
  expect(faultsOf(newValues({ title: 'T', type: 'page' }), fieldsOf('page'))).toEqual([])
  expect(faultsOf(newValues({ title: '  ' }), []).map(({ field }) => field)).toEqual(['title', 'type'])
})

test('every kind of field says what is wrong with it', () => {
  const wrong = newValues({
    title: 'T',
    type: 'video',
    url: 'example.com',
    'field.videoUrl': 'javascript:alert(1)',
    'field.claims': [{ topic: '', kind: 'price', value: '' }],
  })
  expect(faultsOf(wrong, fieldsOf('video')).map(({ field }) => field)).toEqual(['url', 'field.videoUrl', 'field.claims'])
})

test('an end before the beginning is told at the end', () => {
  const values = newValues({ title: 'T', type: 'page', publishAt: '2026-05-02T10:00', unpublishAt: '2026-05-02T09:00' })
  expect(faultsOf(values, [])).toMatchObject([{ field: 'unpublishAt' }])
})

test('an item that may go live is told what it will not count for', () => {
  expect(remarksOf(newValues({ title: 'T', type: 'page' }))).toEqual(['noPhase', 'noChannel', 'noPurpose', 'noOwner'])
  expect(remarksOf(newValues({ 'tags.phase': ['a'], 'tags.channel': ['b'], purpose: 'c', ownerId: 'd' }))).toEqual([])
})
