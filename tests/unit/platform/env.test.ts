import { describe, expect, test } from 'vitest'
import { parseEnv, WrongSettings } from '@/server/env'

describe('the settings', () => {
  test('need not be given at all', () => {
    expect(parseEnv({})).toMatchObject({ PORT: 3000, HOST: 'localhost', DATA_DIR: './data', TRUST_PROXY: 0, LOG_LEVEL: 'info' })
  })

  test('that are empty count as not given', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toEqual(parseEnv({}))
  })

  test.each([
    ['PORT', '0'],
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['PUBLIC_URL', 'plan.example'],
    ['SESSION_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', '-1'],
  ])('%s=%s is told in one sentence', (name, value) => {
    const parse = () => parseEnv({ [name]: value })
    expect(parse).toThrow(WrongSettings)
    expect(parse).toThrow(new RegExp(`^The setting ${name} is wrong: [^\\n]+\\.$`))
  })

  test('that are wrong are all told at once, and a wrong secret is not repeated', () => {
    const parse = () => parseEnv({ PORT: 'x', SESSION_SECRET: 'too-short-s3cret' })
    expect(parse).toThrow(/The setting PORT is wrong: .+\nThe setting SESSION_SECRET is wrong: /)
    expect(parse).not.toThrow(/s3cret/)
  })
})
