import { expect, test } from 'vitest'
import { matching, queryAt, storedOf, typedOf } from '@/components/comments/mention-rules'

const ada = { id: 'u1', name: 'Ada Kern' }
const adam = { id: 'u2', name: 'Ada' }
const twin = { id: 'u3', name: 'Ada Kern' }
const people = [ada, adam]

test.each([
  ['Hi @Ad', 'Ad'],
  ['@', ''],
  ['(@Ada K', 'Ada K'],
  ['a@b', null],
  ['@Ada Kern is', null],
  ['nothing', null],
])('behind "%s" members are offered for %s', (text, query) => {
  expect(queryAt(text, text.length)?.query ?? null).toBe(query)
})

test('any part of a name finds somebody', () => {
  expect(matching(people, 'ker')).toEqual([ada])
  expect(matching(people, 'AD')).toEqual(people)
  expect(matching(people, '.*')).toEqual([])
})

test('a space behind a whole name leaves only longer names', () => {
  expect(matching(people, 'Ada ')).toEqual([ada])
  expect(matching([adam], 'Ada ')).toEqual([])
})

test('names become ids, the longer name first, and only whole names; back again they read the same', () => {
  const typed = '@Ada Kern and @Ada, not @Adalbert or a@Ada'
  const stored = storedOf(typed, people, [])
  expect(stored).toBe('@[u1] and @[u2], not @Adalbert or a@Ada')
  expect(typedOf(stored, (id) => people.find((person) => person.id === id)?.name ?? null)).toBe(typed)
})

test('of two with one name the picked one is meant', () => {
  expect(storedOf('@Ada Kern', [ada, twin], [twin])).toBe('@[u3]')
})
