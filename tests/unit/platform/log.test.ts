import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { withoutValues } from '@/server/log'

test('a failed query is logged without the values it carried', () => {
  const cause = Object.assign(new Error('invalid byte sequence'), { detail: 'Key (email)=(z@example.org) exists', code: '22021' })
  const error = new DrizzleQueryError('insert into "users" values ($1, $2)', ['z@example.org', '$argon2id$v=19$secret'], cause)
  const told = JSON.stringify(withoutValues(error))
  expect(told).not.toContain('argon2')
  expect(told).not.toContain('z@example.org')
  expect(told).toContain('insert into')
  expect(told).toContain('invalid byte sequence')
})
