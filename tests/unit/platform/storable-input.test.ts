import { expect, test } from 'vitest'
import { storable } from '@/server/trpc/storable-input'

test('what PostgreSQL cannot keep is taken out of every text, wherever it stands', () => {
  const at = new Date(0)
  expect(storable({ name: 'A\0B', list: ['x', 'y\0'], deep: { 'k\0': '\ud800' }, at, n: 1, none: null })).toEqual({
    name: 'AB',
    list: ['x', 'y'],
    deep: { k: '\ufffd' },
    at,
    n: 1,
    none: null,
  })
})

test('input without any is handed on as it is', () => {
  const input = { a: ['b', { c: 'd 😀' }], at: new Date() }
  expect(storable(input)).toBe(input)
})
