import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createItem } from '@/server/domain/content/item.commands'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import { fileFormats } from '@/server/domain/exchange/exchange.schema'
import { exportContent } from '@/server/domain/exchange/export.queries'
import { createImport, discardImport } from '@/server/domain/exchange/import.commands'
import { dryRunImport } from '@/server/domain/exchange/import.queries'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { exportItems } from '@/server/exchange/export-items'
import { readTable } from '@/server/exchange/read-table'
import { wholeFile } from '@/server/exchange/write-table'
import { testDatabase } from '@/tests/support/database'
import { makeWorkspace } from '@/tests/support/factories'

const db = testDatabase()

const nasty = fc.constantFrom(
  '=1+1',
  '+49 170',
  '-10%',
  '@home',
  "'=1",
  '\t=1',
  'a;b,c|d',
  'eins\nzwei\r\ndrei',
  ' x ',
  '["a"]',
  'true',
  '1e3',
  '👩‍👩‍👧',
  '<b>',
)
const text = fc.oneof(
  nasty,
  fc.string({ unit: 'grapheme', maxLength: 30 }).filter((value) => !value.includes('\0')),
)
const words = text.map((value) => `${value} x`.trim())
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
const anyItem: fc.Arbitrary<ItemCreate> = fc
  .record(
    {
      purpose: fc.constantFrom(null, 'thank', 'inform'),
      step: fc.constantFrom('idea', 'planned', 'in_review', 'published', 'archived'),
      url: fc.constantFrom(null, 'https://example.org/a', 'HTTP://www.example.org/b%2fc?utm_source=x#y'),
      locale: fc.constantFrom(null, 'de', 'en-GB'),
      note: text,
      body: text,
      fields: fc.record(
        { subject: text, promiseKind: fc.constantFrom('date', 'none'), promiseValue: text, sendsThanks: fc.boolean() },
        { requiredKeys: [] },
      ),
      tags: fc.record(
        {
          phase: fc.subarray(['awareness', 'retention']),
          channel: fc.subarray(['email', 'blog', 'website']),
          question: fc.subarray(['how_to_use', 'whom_to_reach']),
        },
        { requiredKeys: [] },
      ),
      plannedFor: fc.oneof(
        fc.constant(null),
        day,
        day.map((on) => `${on}T08:30`),
      ),
      dueOn: fc.oneof(fc.constant(null), day),
      publishedAt: fc.oneof(fc.constant(null), moment),
      reviewBy: fc.oneof(fc.constant(null), day),
    },
    { requiredKeys: [] },
  )
  .chain((item) => words.map((title) => ({ ...item, title, type: 'email' })))

test('whatever is in a workspace is exported and imports back as no change', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyItem, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...fileFormats),
      async (items, format) => {
        const { id: workspaceId } = await makeWorkspace(db())
        const actor = { kind: 'system', workspaceId, job: 'test' } as const
        const context: ImportContext = { actor, db: db(), now: () => new Date(), locale: 'en', readTable }
        for (const item of items) await createItem(context, item)
        const exported = await exportContent(context, { filter: '' })
        const bytes = await wholeFile(exportItems(format, exported.items, exported))
        const { id } = await createImport(context, { fileName: `all.${format}`, bytes })
        const { counts } = await dryRunImport(context, id)
        await discardImport(context, id)
        expect(counts).toEqual({
          read: items.length,
          create: 0,
          update: 0,
          unchanged: items.length,
          skipped: 0,
          failed: 0,
          notes: 0,
        })
      },
    ),
    { numRuns: 15 },
  )
}, 120_000)
