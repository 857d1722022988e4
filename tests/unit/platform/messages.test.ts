import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { locale } from '@/server/domain/wire.schema'
import { type Messages, messagesOf } from '@/server/i18n/messages'
import { texts as onScreenDe } from '@/server/i18n/screen.de'
import { texts as onScreenEn } from '@/server/i18n/screen.en'
import { placeholdersOf } from './placeholders'

const languages = locale.options

function flat(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  )
}

const texts = new Map(languages.map((language) => [language, new Map(flat(messagesOf(language)))]))
const onScreen = { en: onScreenEn, de: onScreenDe }
const english = texts.get('en') ?? new Map<string, string>()

/** Names of terms come in both languages, `name` and `nameDe`; each text takes the one it needs. */
const neutral = (placeholders: readonly string[]) => String(placeholders.map((one) => one.replace(/De(?=:)/, '')))

describe.each(languages)('every text in %s', (language) => {
  const own = texts.get(language) ?? new Map<string, string>()

  test('is there, and none besides', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
    expect(own.size).toBeGreaterThan(100)
  })

  test('reaches the screens, but for what only the command line and mails say', () => {
    const { cli: _cli, mail: _mail, ...shown } = messagesOf(language)
    expect(onScreen[language]).toEqual(shown)
  })

  test('says something', () => {
    // Nothing is typed yet, so there is no strength to tell.
    const silent = ['auth.password.strength.0']
    expect([...own].filter(([key, text]) => text.trim() === '' && !silent.includes(key)).map(([key]) => key)).toEqual([])
  })

  test('has the same placeholders and tags as in English', () => {
    const differing = [...own].filter(
      ([key, text]) => neutral(placeholdersOf(text)) !== neutral(placeholdersOf(english.get(key) ?? '')),
    )
    expect(
      differing.map(([key, text]) => `${key}: ${placeholdersOf(text)} instead of ${placeholdersOf(english.get(key) ?? '')}`),
    ).toEqual([])
  })

  test('can be written out', () => {
    const broken: string[] = []
    const onError = (error: Error) => broken.push(error.message)
    const translate = createTranslator({ locale: language, messages: messagesOf(language), timeZone: 'UTC', onError })
    for (const [key, text] of own) {
      const values: Record<string, unknown> = {}
      for (const placeholder of placeholdersOf(text)) {
        const [name = '', kind] = placeholder.split(':')
        values[name] = kind === 'tag' ? (chunks: unknown) => chunks : kind === 'date' || kind === 'time' ? new Date(0) : 1
      }
      translate.rich(key as never, values as never)
    }
    expect(broken).toEqual([])
  })
})

/** `new Problem('code', 'area.problem.name')` and `messageKey: 'area.problem.name'`. */
const mention = /(?:new Problem\(\s*'[a-z_]+',\s*|messageKey: |error: )'([a-z]\w*(?:\.\w+)+)'/g

test('every problem that the server can report has its text', () => {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const keys = files.flatMap((name) =>
    [...readFileSync(join('server', name), 'utf8').matchAll(mention)].map((match) => match[1] ?? ''),
  )
  expect(keys.length).toBeGreaterThan(20)
  expect([...new Set(keys)].filter((key) => !english.has(key))).toEqual([])
})
