import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import {
  briefFormOf,
  briefFromTemplate,
  briefGaps,
  emptyBrief,
  isBriefReady,
  isEmptyField,
  usualBeginning,
} from '@/server/domain/briefs/brief.rules'
import { type BriefContent, briefContent, briefEdit } from '@/server/domain/briefs/brief.schema'
import { briefPaper, figuresOf } from '@/server/domain/briefs/brief-paper.rules'
import type { Paper } from '@/server/domain/exchange/paper.schema'
import { type TermRow, vocabularyOf } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { escapeMarkdown, paperMarkdown } from '@/server/exchange/paper-markdown'
import { paperPdf } from '@/server/exchange/pdf/paper-pdf'
import { drawable } from '@/server/exchange/pdf/pdf-fonts'
import { makePdf } from '@/server/exchange/pdf/pdf-page'
import { translatorOf } from '@/server/i18n/translate'
import { briefTemplates } from '@/server/presets/briefs'
import { briefForms } from '@/server/presets/briefs/forms'
import { nothing } from '@/server/presets/briefs/template'
import { campaignTemplate, campaignTemplates } from '@/server/presets/campaigns'
import { purposePresets } from '@/server/presets/purposes'
import { ruleDefinitions } from '@/server/presets/rules'
import { typePresets } from '@/server/presets/types'
import { presetVocabulary } from '@/server/presets/vocabulary'

const terms = Object.values(presetVocabulary({ model: 'mckinsey5', segment: 'b2c', sellsGoods: true, locale: 'de' }))
  .flat()
  .map(({ name, ...term }): TermRow => ({ ...term, nameEn: name.en, nameDe: name.de, archivedAt: null, revision: 1 }))
const vocabulary = vocabularyOf(terms)

const hostile =
  '# <script>alert(1)</script> [x](javascript:alert(1)) *a* _b_ `c` | ~d~ & !\n1. eins\n- zwei\n\n> drei\u0000\u202e'

function written(more: Partial<BriefContent> = {}): BriefContent {
  return {
    ...emptyBrief('de'),
    aim: 'Prüfung bestehen – „Größe“ zählt • 5 €',
    reader: 'Jemand mit Übung',
    question: vocabulary.question[0]?.key ?? null,
    keyMessage: hostile,
    proofPoints: ['Erster Beleg', 'Второй довод', 'Emoji 👩‍🚀 und 漢字'],
    callToAction: 'Jetzt ansehen',
    nextStep: { text: 'Weiter', phase: 'retention', itemId: 'next' },
    references: [
      { title: 'Studie [2025]', url: 'https://example.org/a_(b)?q=<x>' },
      { title: 'Ohne Adresse', url: null },
    ],
    checklist: [
      { key: 'a', text: 'Fakten geprüft', isDone: true },
      { key: 'b', text: 'Link geht', isDone: false },
    ],
    evidence: {
      gap: 'no_advocacy_prompt/advocacy',
      rule: 'no_advocacy_prompt',
      day: '2026-03-01',
      phase: 'advocacy',
      counts: { items: 3, live: 1, planned: 0, stale: 2 },
      items: [],
      questions: [],
      topics: [],
    },
    ...more,
  }
}

function paper(language: Locale, content = written(), title = 'Erste Schritte'): Paper {
  const translate = translatorOf(language)
  const tags = { phase: ['retention'], channel: ['email'], persona: [], topic: [], question: [], campaign: [] }
  const item = { title, type: 'blog_post', purpose: 'inform', status: 'planned', tags, plannedFor: '2026-04-01T09:30' } as const
  return briefPaper({ ...item, dueOn: '2026-03-27', locale: 'de', url: null }, content, {
    vocabulary,
    workspace: 'Haus & Sicher',
    language,
    word: (key, values) => translate(`briefs.${key}`, values),
    ownerName: 'Anna Groß',
    titleOf: (id) => (id === 'next' ? 'Der nächste Inhalt' : undefined),
    madeAt: new Date('2026-03-01T10:00:00Z'),
    timeZone: 'Europe/Berlin',
  })
}

const pageOf = (page: number, pages: number) => `${page} / ${pages}`

async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
  const pages: string[] = []
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return { pages, text: pages.join(' ').replace(/\s+/g, ' '), meta: await pdf.getMetadata() }
}

describe('the templates', () => {
  test.each(briefTemplates.map(({ key }) => key))('%s: is a brief in both languages', (key) => {
    const template = briefTemplates.find((one) => one.key === key)
    if (!template) throw new Error(key)
    for (const language of ['en', 'de'] as const) {
      const content = briefFromTemplate(template, language, vocabulary)
      expect(briefContent.parse(content)).toEqual(content)
      expect([content.aim, content.reader, content.tone, content.length, content.nextStep.text]).not.toContain('')
      expect(content.checklist.length).toBeGreaterThan(2)
    }
    expect(template.purpose === null || purposePresets.some((purpose) => purpose.key === template.purpose)).toBe(true)
  })

  test('every purpose has one of its own: all that gaps and campaigns plan, and all that cells propose', () => {
    const planned = [
      ...ruleDefinitions.flatMap(({ plan }) => (plan?.purpose && plan.type ? [{ type: plan.type, purpose: plan.purpose }] : [])),
      ...campaignTemplates.flatMap((key) => campaignTemplate(key).items),
      ...purposePresets.flatMap(({ key, types }) => types.map((type) => ({ type, purpose: key }))),
    ]
    for (const { type, purpose } of planned) {
      expect(briefTemplates.map((template) => template.purpose)).toContain(purpose)
      const beginning = usualBeginning(type, purpose)
      if (!beginning) throw new Error(`${type} for ${purpose}`)
      for (const language of ['en', 'de'] as const) {
        const content = briefFromTemplate(beginning, language, vocabulary)
        const parts = ['aim', 'reader', 'callToAction', 'nextStep', 'tone', 'length'] as const
        const empty = parts.filter((part) => briefFormOf(type).asks.includes(part) && isEmptyField(content, part))
        // An answer to a question calls to nothing.
        expect(empty.filter((part) => purpose !== 'answer' || part !== 'callToAction')).toEqual([])
        expect(content.checklist.length).toBeGreaterThan(2)
      }
    }
  })

  test('a service e-mail does not sound like a newsletter', () => {
    const parcels = usualBeginning('email', 'part_delivery_notice')
    expect(parcels?.reader.de).toBe('Jemand, dessen Bestellung in mehreren Paketen kommt')
    expect(parcels?.checks).not.toContain('unsubscribe')
    const receipt = usualBeginning('message', 'auto_reply')
    expect(receipt?.aim.en).toContain('Whoever writes knows that it has arrived')
    expect(receipt).toMatchObject({ length: { en: 'Up to 160 characters' } })
    expect(receipt?.checks).not.toContain('subject')
  })

  test('without a known purpose a brief says what its type needs, and nothing that may be wrong', () => {
    for (const { key } of typePresets) {
      for (const purpose of [null, 'own-purpose']) {
        const beginning = usualBeginning(key, purpose)
        expect(beginning).toMatchObject({ aim: nothing, callToAction: nothing, nextStep: nothing, nextStage: null })
        expect(beginning?.reader.en).toBe(key === 'script' ? 'Colleagues who talk to customers' : '')
        expect(beginning?.length.de).not.toBe('')
      }
      expect(briefForms[key].needs.every((field) => briefForms[key].asks.includes(field))).toBe(true)
    }
  })

  test('the next step never leads back to a phase before the item’s own', () => {
    const phases = vocabulary.phase.map(({ key }) => key)
    for (const template of briefTemplates) {
      for (const [n, phase] of phases.entries()) {
        const { nextStep } = briefFromTemplate(template, 'en', vocabulary, [phase])
        if (nextStep.phase !== null) expect(phases.indexOf(nextStep.phase)).toBeGreaterThanOrEqual(n)
      }
    }
    const [page] = briefTemplates.filter(({ key }) => key === 'landing_page')
    if (!page) throw new Error('no landing page')
    expect(briefFromTemplate(page, 'en', vocabulary, ['awareness']).nextStep.phase).not.toBeNull()
    expect(briefFromTemplate(page, 'en', vocabulary, ['retention']).nextStep.phase).toBeNull()
  })

  test('a type of one’s own asks for everything', () => {
    expect(usualBeginning('email', 'delay_notice')).toMatchObject({ key: 'delay_email' })
    expect(usualBeginning('podcast', null)).toBeUndefined()
    expect(usualBeginning('podcast', 'how_to')).toMatchObject({ length: nothing, checks: ['tried', 'next', 'facts'] })
    expect(briefGaps(null, 'podcast').missing).toEqual(['aim', 'reader', 'keyMessage'])
  })
})

test('a brief is ready when what its type needs is there and, where wanted, all is ticked', () => {
  const content = written()
  expect(briefGaps(content, 'blog_post')).toEqual({ missing: [], unticked: ['Link geht'] })
  expect(isBriefReady(content, 'blog_post', { checklist: false })).toBe(true)
  expect(isBriefReady(content, 'blog_post', { checklist: true })).toBe(false)
  expect(isBriefReady(null, 'blog_post', { checklist: false })).toBe(false)
  const empty = { ...content, aim: '  ', nextStep: { text: ' ', phase: null, itemId: null } }
  expect(briefGaps(empty, 'blog_post').missing).toEqual(['aim', 'nextStep'])
})

test('what is too long, unknown or no address is refused', () => {
  const taken = (edit: unknown) => briefEdit.safeParse(edit).success
  expect(taken({ aim: 'x'.repeat(2000) })).toBe(true)
  expect(taken({ aim: 'x'.repeat(2001) })).toBe(false)
  expect(taken({ evidence: null })).toBe(false)
  expect(taken({ references: [{ title: 'x', url: 'javascript:alert(1)' }] })).toBe(false)
  expect(taken({ keywords: [''] })).toBe(false)
  const check = { key: 'a', text: 'x', isDone: false }
  expect(taken({ checklist: [check, check] })).toBe(false)
  expect(taken({ aim: 5 })).toBe(false)
})

describe('as Markdown', () => {
  test('says everything in its order, labelled in the language asked for', () => {
    const [english, german] = [paperMarkdown(paper('en')), paperMarkdown(paper('de'))]
    expect(english).toContain('# Erste Schritte\n\n*Brief: Blog post*')
    expect(english).toContain('- **Planned for:** 1 April 2026, 09:30')
    expect(german).toContain('- **Fällig:** 27. März 2026')
    expect(english).toContain('- **Content language:** German\n')
    expect(german).toContain('- **Inhaltssprache:** Deutsch\n')
    expect(german).toContain('## Kernbotschaft')
    expect(german).toContain('- [x] Fakten geprüft\n- [ ] Link geht')
    expect(german).toContain('*Führt zu „Der nächste Inhalt“*')
    expect(german).toContain('Befund vom 1. März 2026: 1 live, 0 in Planung, 2 mit überfälliger Prüfung')
    expect(german.endsWith('Haus \\& Sicher, 1. März 2026\n')).toBe(true)
  })

  test('shows hostile text letter by letter', () => {
    const text = paperMarkdown(paper('en'))
    expect(text).toContain('\\# \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1)) \\*a\\*')
    expect(text).toContain('1\\. eins\\\n\\- zwei')
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u)
    expect(text).toContain('[Studie \\[2025\\]](<https://example.org/a_(b)?q=%3Cx%3E>)')
    expect(escapeMarkdown('')).toBe('')
    expect(escapeMarkdown('    code')).toBe('code')
    expect(paperMarkdown(paper('en', written(), '# x\n## y'))).toContain('# \\# x \\#\\# y')
  })

  test('names what is needed and still open, and leaves out the rest', () => {
    const text = paperMarkdown(paper('en', emptyBrief('en')))
    expect(text).toContain('## Aim\n\n*Still open*')
    expect(text).not.toContain('## Keywords')
    expect(text).not.toContain('Checklist')
  })
})

describe('as PDF', () => {
  test('can be read by another program, with title, language and page numbers', async () => {
    const { text, meta, pages } = await readPdf(await paperPdf(paper('de'), pageOf))
    expect(meta.info).toMatchObject({ Title: 'Erste Schritte', Language: 'de' })
    for (const said of [
      'Prüfung bestehen – „Größe“ zählt • 5 €',
      'Второй довод',
      'Kernbotschaft',
      'Anna Groß',
      'Haus & Sicher',
    ]) {
      expect(text).toContain(said)
    }
    expect(pages[0]).toContain(`1 / ${pages.length}`)
    const { text: english } = await readPdf(await paperPdf(paper('en'), pageOf))
    expect(english).toContain('Key message')
  })

  test('shows arrows, ticks and every alphabet its faces have; one plain sign for each letter of the others', async () => {
    expect(drawable('Pflege → Prüfung ✓ ✔️ ☑ ★ ≤ 3 ≠ 4 ⇒ gut ✅')).toBe('Pflege → Prüfung ✓ ✔ ☑ ★ ≤ 3 ≠ 4 ⇒ gut ✔')
    expect(drawable('Łódź, Straße, Ελλάδα, Україна, Việt, ﬁn')).toBe('Łódź, Straße, Ελλάδα, Україна, Vie\u0323t, fin')
    expect(drawable('漢字 مرحبا 👩‍🚀')).toBe('\ufffd\ufffd \ufffd\ufffd\ufffd\ufffd\ufffd ')
    expect(drawable('a\u202eb\u061cc\u00add\ufe0f\u{e0041}e\ufff9f\u0000g\u3000h\u2028i\ud800')).toBe('abcdefg h\ni\ufffd')
    expect(drawable('e\u0301 नि')).toBe('é \ufffd')
    const { text } = await readPdf(await paperPdf(paper('de', written({ aim: 'Von A → B, ✓ und 漢字' }), 'Weg → Ziel'), pageOf))
    expect(text).toContain('Von A → B, ✓ und \ufffd\ufffd')
    expect(text).toContain('Weg → Ziel')
  })

  test('keeps every line inside the margins, whatever script it is written in', async () => {
    const lines = [
      '漢字'.repeat(200),
      'مرحبا بالعالم '.repeat(40),
      '→'.repeat(300),
      '👍🏽'.repeat(200),
      'W'.repeat(300),
      '√∞≈ ☐'.repeat(90),
    ]
    const bytes = await paperPdf(paper('de', written({ proofPoints: lines })), pageOf)
    const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
    for (let n = 1; n <= pdf.numPages; n += 1) {
      const page = await pdf.getPage(n)
      const { items } = await page.getTextContent()
      const right = page.getViewport({ scale: 1 }).width - 56
      for (const item of items) if ('str' in item) expect(item.transform[4] + item.width).toBeLessThanOrEqual(right + 0.5)
    }
  })

  test('a heading keeps two entries with it, and no last line stands alone on a page', async () => {
    const checks = Array.from({ length: 6 }, (_, n) => ({ text: `Prüfpunkt${n}`, isDone: false }))
    const evidence = {
      heading: 'Warum',
      blocks: [
        { kind: 'list', entries: ['E0', 'E1', 'E2'] },
        { kind: 'note', text: 'Quelle' },
      ],
    }
    for (let lines = 20; lines <= 60; lines += 1) {
      const text = Array.from({ length: lines }, (_, n) => `Zeile${n}`).join('\n')
      const sheet = {
        ...paper('de'),
        facts: [],
        sections: [
          { heading: 'Text', blocks: [{ kind: 'text', text }] },
          { heading: 'Checkliste', blocks: [{ kind: 'checks', entries: checks }] },
          evidence,
        ],
      } as Paper
      const { pages } = await readPdf(await paperPdf(sheet, pageOf))
      const pageWith = (said: string) => pages.findIndex((page) => page.includes(said))
      expect(pageWith('Prüfpunkt0')).toBe(pageWith('Checkliste'))
      expect(pageWith('Prüfpunkt1')).toBe(pageWith('Checkliste'))
      expect(pageWith('Prüfpunkt4')).toBe(pageWith('Prüfpunkt5'))
      expect(pageWith('E1')).toBe(pageWith('Warum'))
      expect(pageWith('E1')).toBe(pageWith('Quelle'))
    }
  })

  test('goes over as many pages as it takes, and nothing gets lost', async () => {
    const long = Array.from({ length: 300 }, (_, n) => `Satz${n}.`).join(' ')
    const points = Array.from({ length: 30 }, (_, n) => `Beleg${n} ${'x'.repeat(480)}`)
    const { text, pages } = await readPdf(await paperPdf(paper('de', written({ aim: long, proofPoints: points })), pageOf))
    expect(pages.length).toBeGreaterThan(3)
    for (const said of ['Satz0.', 'Satz299.', 'Beleg0', 'Beleg29', 'Link geht']) expect(text).toContain(said)
    for (const [n, page] of pages.entries()) expect(page).toContain(`${n + 1} / ${pages.length}`)
  })

  test('the same document gives the same bytes; nothing in a text breaks it', async () => {
    const sheet = paper('en', written(), `${hostile} 👍🏽 ${'W'.repeat(400)}`)
    const [first, second] = [await paperPdf(sheet, pageOf), await paperPdf(sheet, pageOf)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect((await readPdf(first)).text).toContain('alert(1)')
  })

  test('tables say their head again on every page, on wide paper too', async () => {
    const frame = { title: 'T', language: 'en', madeAt: new Date('2026-03-01T10:00:00Z'), footer: 'F', pageOf, isLandscape: true }
    const bytes = await makePdf(frame, (page) => {
      const rows = Array.from({ length: 80 }, (_, n) => [`Row ${n}`, 'x '.repeat(n)])
      page.table(
        [
          { title: 'Name', share: 1 },
          { title: 'Text', share: 3, align: 'right' },
        ],
        rows,
      )
    })
    const { pages, text } = await readPdf(bytes)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain('Name')
    expect(text).toContain('Row 79')
  })
})

test('questions without an answer and products without their own are counted as the gap counts them', () => {
  const evidence = {
    gap: 'g',
    day: '2026-03-01',
    phase: null,
    counts: { items: 2 },
    items: [],
    questions: ['a', 'b'],
    topics: ['c'],
  }
  expect(figuresOf({ ...evidence, rule: 'faq_too_general' })).toEqual([
    { key: 'unanswered', count: 2 },
    { key: 'bare', count: 1 },
  ])
  expect(figuresOf({ ...evidence, rule: 'faq_too_general', topics: [] })).toEqual([{ key: 'unanswered', count: 2 }])
  expect(figuresOf({ ...evidence, rule: 'need_mismatch' })).toEqual([{ key: 'items', count: 2 }])
})
