import { expect, test } from 'vitest'
import { mentionOf, mentionsIn, partsOf, plainText } from '@/server/domain/comments/comment.rules'

const shown = (body: string) => partsOf(body).map((part) => [part.kind, Object.values(part)[1]])

test('names and addresses of the web are told apart from text, a full stop behind them is none of theirs', () => {
  expect(shown(`${mentionOf('u1')}: see https://example.com/a?b=c. Thanks`)).toEqual([
    ['mention', 'u1'],
    ['text', ': see '],
    ['link', 'https://example.com/a?b=c'],
    ['text', '. Thanks'],
  ])
})

test.each(['javascript:alert(1)', '<script>alert(1)</script>', 'data:text/html,x', 'https://', '@[]', '@[a b]', 'a@b.example'])(
  '%s stays plain text',
  (body) => {
    expect(shown(body)).toEqual([['text', body]])
  },
)

test('somebody named twice is named once, and names stand in plain words', () => {
  const body = `${mentionOf('u1')} and ${mentionOf('u2')} and ${mentionOf('u1')}`
  expect(mentionsIn(body)).toEqual(['u1', 'u2'])
  expect(plainText(body, (id) => (id === 'u1' ? 'Ada' : null))).toBe('@Ada and @… and @Ada')
})
