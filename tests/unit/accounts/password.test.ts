import { describe, expect, test } from 'vitest'
import { complaintAbout, strengthOf } from '@/server/domain/members/password.rules'

const anna = { email: 'anna.bergmann@haus-und-sicher.example', name: 'Anna Bergmann' }

describe('a password is refused', () => {
  test.each([
    ['kurz!4711', 'tooShort'],
    ['x'.repeat(201), 'tooLong'],
    ['aaaaaaaaaaaaaaaa', 'repeated'],
    ['abcdabcdabcd', 'repeated'],
    ['Xk9!Xk9!Xk9!Xk9!', 'repeated'],
    ['abcdefghijklmnop', 'sequence'],
    ['qwertzuiop12345', 'sequence'],
    ['1234567890987', 'sequence'],
    ['Anna.Bergmann1987', 'likeYou'],
    ['haus-und-sicher!', 'likeYou'],
    ['bergmannanna-2024', 'likeYou'],
    ['Passwort2024!!', 'common'],
    ['p4ssw0rd-p4ssw0rt', 'common'],
    ['Willkommen-2025', 'common'],
    ['SommerWinter#99', 'common'],
  ] as const)('%s: %s', (password, complaint) => {
    expect(complaintAbout(password, anna)).toBe(complaint)
  })
})

test.each([
  'Fünf Fische fahren Fahrrad',
  'vT7#qLw92!mzKe',
  'correct horse battery staple',
  'Im Keller wohnt ein Wal',
  'Sommer am See mit Tante Trude',
])('%s may be used', (password) => {
  expect(complaintAbout(password, anna)).toBeUndefined()
})

test('somebody without a name yet is not refused for it', () => {
  expect(complaintAbout('Im Keller wohnt ein Wal', { email: '', name: '' })).toBeUndefined()
})

describe('the meter', () => {
  test('is empty for nothing and stays at the bottom for what is refused', () => {
    expect(strengthOf('', anna)).toBe(0)
    expect(strengthOf('kurz', anna)).toBe(1)
    expect(strengthOf('Passwort2024!!', anna)).toBe(1)
  })

  test('rises with what is added', () => {
    const steps = ['vT7#qLw92!mz', 'vT7#qLw92!mzKe', 'vT7#qLw92!mzKe%pR3&x'].map((password) => strengthOf(password, anna))
    expect(steps).toEqual([...steps].sort())
    expect(steps.at(-1)).toBe(4)
    expect(steps[0]).toBeGreaterThan(1)
  })
})
