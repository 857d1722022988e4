import { expect, test } from 'vitest'
import { placeholdersOf } from './placeholders'

test.each([
  ['Nothing', []],
  ['Hello {name}', ['name:argument']],
  ['{n, plural, one {# item} other {# items of {owner}}}', ['n:plural', 'owner:argument']],
  ['{kind, select, a {one {x}} other {<b>two</b>}} on {day, date, short}', ['b:tag', 'day:date', 'kind:select', 'x:argument']],
  ["It's '{quoted}' and {real}", ['real:argument']],
])('%s', (message, expected) => {
  expect(placeholdersOf(message)).toEqual(expected)
})
