import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from '@/server/domain/content/item.schema'
import { fileFormats } from '@/server/domain/exchange/exchange.schema'
import { readList, writeList } from '@/server/domain/exchange/lists.rules'
import { cleanText } from '@/server/domain/written-text.rules'
import { exportItems } from '@/server/exchange/export-items'
import { defuse, defuseForReading, restore } from '@/server/exchange/harmless'
import { readTable } from '@/server/exchange/read-table'
import { wholeFile } from '@/server/exchange/write-table'
import { item, owners, plan, vocabulary } from '../fixtures/exchange/world'

const nasty = fc.constantFrom(
  '=1+1',
  '+49 170',
  '-10% auf alles',
  '@home',
  "'",
  "''=1",
  "'=1",
  "' =1",
  ' =1',
  '\t=1',
  '\r\n=x',
  '"',
  '""',
  'a"b',
  'a;b,c|d\te',
  'eins\nzwei\r\ndrei\rvier',
  ' führt und folgt ',
  '\u00a0',
  '👩‍👩‍👧 Ünïcödé',
  '[]',
  '["a"]',
  '{"a":1}',
  'true',
  '-5',
  '1e3',
  '0123',
  '2026-02-30',
  'constructor',
  '__proto__',
  'toString',
  '_x000D_',
  '_x005F_',
  '\u0007\u001b',
  '\ufffd\ufeff',
  '<b>&amp;</b>]]>',
  'etappe:1',
  'null',
  '/',
  '-',
)
const text = fc
  .oneof(
    nasty,
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.tuple(nasty, nasty).map(([a, b]) => a + b),
  )
  .filter((value) => !value.includes('\0'))
const longText = fc.oneof(
  { weight: 9, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc
      .tuple(text, fc.integer({ min: 20_000, max: 70_000 }))
      .map(([part, length]) => `${part}😀=`.repeat(Math.ceil(length / (part.length + 3)))),
  },
)
/** As every way of writing leaves a title. */
const written = text.map((value) => cleanText(value).trim()).filter((value) => value !== '')
const filled = text.map((value) => value.trim()).filter((value) => value !== '')
const some = <T>(values: readonly T[]) => fc.subarray([...values])
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const moment = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
/** An import schedules nothing for a time that has passed. */
const ahead = fc.date({ min: new Date('2030-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const day = moment.map((at) => at.toISOString().slice(0, 10))
const keys = (terms: readonly { key: string }[]) => some(terms.map(({ key }) => key))

function fieldsFor(type: string): fc.Arbitrary<Record<string, unknown>> {
  const definitions = vocabulary.type.find(({ key }) => key === type)?.details.fields ?? []
  const values = definitions.map((definition): [string, fc.Arbitrary<unknown>] => {
    const options = definition.options?.map(({ key }) => key) ?? ['x']
    switch (definition.kind) {
      case 'text':
      case 'longText':
        return [definition.key, text]
      case 'url':
        return [definition.key, fc.constantFrom('https://example.org/a?b=c', 'http://user@example.org')]
      case 'day':
        return [definition.key, day]
      case 'number':
        return [definition.key, fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))]
      case 'yesNo':
        return [definition.key, fc.boolean()]
      case 'choice':
        return [definition.key, fc.constantFrom(...options)]
      case 'choices':
        return [definition.key, some(options)]
      case 'list':
        return [definition.key, fc.array(text, { maxLength: 4 })]
      default:
        return [
          definition.key,
          fc.array(fc.record({ topic: fc.constant('alarm'), kind: fc.constantFrom('price', 'other'), value: filled }), {
            maxLength: 3,
          }),
        ]
    }
  })
  return fc.record(Object.fromEntries(values), { requiredKeys: [] })
}

const anyItem: fc.Arbitrary<Item> = fc.constantFrom(...vocabulary.type.map(({ key }) => key)).chain((type) =>
  fc
    .record({
      id: fc.uuid(),
      title: written,
      type: fc.constant(type),
      purpose: maybe(fc.constantFrom(...vocabulary.purpose.map(({ key }) => key))),
      step: fc.constantFrom(...vocabulary.step.map(({ key }) => key)),
      url: maybe(
        fc.constantFrom(
          'https://example.org/',
          'HTTP://www.Example.org/a%2fb?utm_source=x#y',
          'https://user:pw@example.org',
          'https://[',
        ),
      ),
      locale: maybe(fc.constantFrom('de', 'en', 'de-AT')),
      ownerId: maybe(fc.constantFrom('u1', 'u2', 'somebody who left')),
      note: text,
      body: longText,
      fields: fieldsFor(type),
      tags: fc.record({
        phase: keys(vocabulary.phase),
        channel: keys(vocabulary.channel),
        persona: keys(vocabulary.persona),
        topic: keys(vocabulary.topic),
        question: keys(vocabulary.question),
        campaign: keys(vocabulary.campaign),
      }),
      plannedFor: maybe(
        fc.oneof(
          day,
          day.map((on) => `${on}T09:05`),
        ),
      ),
      dueOn: maybe(day),
      publishAt: maybe(ahead),
      publishedAt: maybe(moment),
      unpublishAt: maybe(moment),
      reviewBy: maybe(day),
    })
    .map(item),
)
const shelf = fc.uniqueArray(anyItem, { minLength: 1, maxLength: 6, selector: ({ id }) => id })

test.each(fileFormats)(
  'an export as %s imports as no change, whether empty cells keep or clear what is there',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(shelf, async (items) => {
        const file = await wholeFile(exportItems(format, items, { vocabulary, owners, exportedAt: new Date(0) }))
        const table = await readTable(file)
        expect(table.complaints).toEqual([])
        expect(table.isOwn).toBe(true)
        for (const emptyCells of ['keep', 'clear'] as const) {
          const { create, update, unchanged, skipped, failed, notes, conversion } = plan(table, items, { emptyCells })
          const nothing = { create: [], update: [], skipped: [], failed: [], notes: [], unread: [] }
          expect({ create, update, skipped, failed, notes, unread: conversion.failed }).toEqual(nothing)
          // An owner who left stays the owner, but nobody can be found under the id any more.
          expect(conversion.notes.filter(({ details }) => details.column !== 'owner')).toEqual([])
          expect(unchanged.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
        }
      }),
      format === 'csv' ? { numRuns: 60 } : { numRuns: format === 'xlsx' ? 8 : 15, endOnFailure: true },
    )
  },
)

test('a change to any one text of an exported file is found, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(anyItem, written, async (before, title) => {
      fc.pre(before.title !== title)
      const file = await wholeFile(exportItems('csv', [{ ...before, title }], { vocabulary, owners, exportedAt: new Date(0) }))
      const { update } = plan(await readTable(file), [before])
      expect(update.map(({ changes }) => changes)).toEqual([[{ field: 'title', before: before.title, after: title }]])
    }),
    { numRuns: 50 },
  )
})

test('no text stays dangerous, and every text comes back', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(defuse(value)).not.toMatch(/^\s*[=+\-@]/)
      expect(restore(defuse(value))).toBe(value)
      if (defuseForReading(value) !== defuse(value)) expect(value).toMatch(/^[+-]?[\d .,/()-]+$/)
    }),
  )
})

test.each(['+49 30 123', '-2', '-1.234,50', '+49 (0)30/12-3'])('%s is a number and stays as it is where people read', (value) => {
  expect(defuseForReading(value)).toBe(value)
})

test.each(['-2+3', '+', '-1%', '-A1', '=1', '@2', '+49|cmd', '-2\n=1', '\t-2', '--1'])('%j gets its apostrophe', (value) => {
  expect(defuseForReading(value)).toBe(`'${value}`)
})

test('every list comes back from its cell', () => {
  fc.assert(
    fc.property(fc.array(text), (values) => {
      expect(readList(writeList(values))).toEqual(values)
    }),
  )
})

test('bytes of any kind are read as a table or refused with a reason, never anything else', async () => {
  const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0x7b], [0x5b, 0x7b], [0x22])
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
      const outcome = await readTable(Uint8Array.from([...head, ...rest])).catch((error: Error) => error.name)
      if (typeof outcome === 'string') expect(outcome).toBe('UnreadableFile')
      else expect(new Set(outcome.columns).size).toBe(outcome.columns.length)
    }),
    { numRuns: 60 },
  )
})
