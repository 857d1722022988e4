import { expect, test } from 'vitest'
import { isLastAdmin, mayResetPassword } from '@/server/domain/members/member.rules'

test('a workspace keeps its last administrator', () => {
  const team = [
    { userId: 'a', role: 'admin' as const },
    { userId: 'b', role: 'lead' as const },
  ]
  expect(isLastAdmin(team, 'a')).toBe(true)
  expect(isLastAdmin(team, 'b')).toBe(false)
  expect(isLastAdmin([...team, { userId: 'c', role: 'admin' }], 'a')).toBe(false)
})

test('an administrator sets no password of somebody who belongs to a workspace of others', () => {
  const admin = { adminOf: ['one', 'two'], isOperator: false }
  expect(mayResetPassword(admin, { memberOf: ['one'], isOperator: false })).toBe(true)
  expect(mayResetPassword(admin, { memberOf: ['one', 'two'], isOperator: false })).toBe(true)
  expect(mayResetPassword(admin, { memberOf: ['one', 'three'], isOperator: false })).toBe(false)
})

test("nobody but an operator sets an operator's password", () => {
  const target = { memberOf: ['one'], isOperator: true }
  expect(mayResetPassword({ adminOf: ['one'], isOperator: false }, target)).toBe(false)
  expect(mayResetPassword({ adminOf: [], isOperator: true }, target)).toBe(true)
})
