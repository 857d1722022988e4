import { describe, expect, test } from 'vitest'
import { commentAdd } from '@/server/domain/comments/comment.schema'
import { itemEdit } from '@/server/domain/content/item.schema'
import { accountEdit } from '@/server/domain/members/account.schema'
import { reviewComment } from '@/server/domain/review-links/review-link.schema'
import { taskEdit } from '@/server/domain/tasks/task.schema'
import { cleanText } from '@/server/domain/written-text.rules'

const turned = 'see \u202egro.elpmaxe\u2066 \u0007now\n\tand\u0000 here\u202c'
const plain = 'see gro.elpmaxe now\n\tand here'

describe('marks that turn the direction of the words of others, and signs that are no writing', () => {
  test('are taken out; what is written from right to left, and emoji with their joiners, stay as they are', () => {
    expect(cleanText(turned)).toBe(plain)
    for (const text of ['שלום \u200fעולם', 'می\u200cخواهم', '👩‍👩‍👧', 'Ä\u0301', 'a\r\nb']) expect(cleanText(text)).toBe(text)
  })

  test('do not get in with comments, names, titles and tasks', () => {
    const about = { subject: 'item' as const, subjectId: 'x' }
    expect(commentAdd.parse({ about, body: turned }).body).toBe(plain)
    expect(commentAdd.safeParse({ about, body: '\u202e\u202c' }).success).toBe(false)
    const door = { slug: 'demo', token: 'a'.repeat(43), name: '\u202eEve', body: turned }
    expect(reviewComment.parse(door)).toMatchObject({ name: 'Eve', body: plain })
    expect(itemEdit.parse({ title: turned }).title).toBe(plain)
    expect(accountEdit.parse({ name: 'E\u202eve' }).name).toBe('Eve')
    expect(taskEdit.parse({ id: 'x', revision: 1, change: { title: turned } }).change.title).toBe(plain)
  })
})
