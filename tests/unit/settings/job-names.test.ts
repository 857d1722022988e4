import { expect, test } from 'vitest'
import de from '@/server/i18n/messages/de/jobs.json' with { type: 'json' }
import en from '@/server/i18n/messages/en/jobs.json' with { type: 'json' }
import { registry } from '@/server/jobs/registry'

const wordsAt = (messages: object, name: string): unknown =>
  name.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], messages)

test('every kind of background work has a name in both languages', () => {
  for (const { name } of registry) {
    expect(wordsAt(en.name, name), name).toBeTypeOf('string')
    expect(wordsAt(de.name, name), name).toBeTypeOf('string')
  }
})
