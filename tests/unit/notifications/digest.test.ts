import { expect, test } from 'vitest'
import { digestLetter, newsLetter } from '@/server/domain/notifications/digest.rules'
import type { LetterWorld } from '@/server/domain/notifications/news-lines.rules'
import type { NewsDetails, Notification } from '@/server/domain/notifications/notification.schema'
import { translatorOf } from '@/server/i18n/translate'

const worldIn = (language: 'en' | 'de'): LetterWorld => ({
  language,
  name: 'Ada',
  workspace: 'Shop',
  base: 'https://plan.example.org/shop',
  unsubscribe: 'https://plan.example.org/unsubscribe/x',
  text: translatorOf(language),
  phaseName: (key) => (key === 'retention' ? 'Retention' : key),
})
const world = worldIn('en')
const news = (
  id: string,
  more: Partial<Omit<Notification, 'details'>> & { details?: Partial<NewsDetails> } = {},
): Notification => ({
  ...{
    id,
    kind: 'approvalVoided',
    subject: 'item',
    subjectId: 'i',
    by: { id: 'ben', name: 'Ben' },
    at: new Date(0),
    readAt: null,
  },
  ...more,
  details: { count: 1, title: 'Returns', ...more.details },
})
const none = { overdue: [], today: [], soon: [], waiting: [] }

test('what is told the same of the same item several times is one line that says how often', () => {
  const same = Array.from({ length: 9 }, (_, n) => news(`${n}`))
  const letter = newsLetter(same, world)
  expect(letter.subject).toBe('The approval of “Returns” is void: Ben changed it afterwards · Shop')
  expect(letter.sections[0]?.lines).toMatchObject([{ note: '9 times' }])
  expect(newsLetter(same, worldIn('de')).sections[0]?.lines).toMatchObject([{ note: '9-mal' }])
  const others = [news('a'), news('b', { subjectId: 'other' }), news('c', { by: null }), news('d', { kind: 'approved' })]
  expect(newsLetter(others, world).sections[0]?.lines.map(({ note }) => note)).toEqual(others.map(() => undefined))
  const [section] = digestLetter({ ...none, news: [...same, ...others] }, world).sections
  expect(section).toMatchObject({ heading: 'Also (4)', more: undefined })
  expect(section?.lines).toHaveLength(4)
})

test('new gaps are named with their phases, each with its link; what is more than ten stands in the list of these phases', () => {
  const gap = (id: string, phase: string | null = 'retention') => ({ id, rule: 'thanks_missing', phase })
  const opened = (gaps: ReturnType<typeof gap>[], count = gaps.length): Notification =>
    news('g', {
      kind: 'gapOpened',
      subject: 'finding',
      subjectId: gaps[0]?.id ?? 'x',
      by: null,
      details: {
        title: undefined,
        ...gaps[0],
        count,
        gaps: gaps.slice(0, 10),
        phases: [...new Set(gaps.map(({ phase }) => phase))],
      },
    })
  const section = (list: Notification[]) => digestLetter({ ...none, news: list }, world).sections[0]
  const two = section([opened([gap('a'), gap('b', null)])])
  expect(two).toMatchObject({
    heading: 'New gaps in your phases (2)',
    lines: [
      { note: 'Retention', href: 'https://plan.example.org/shop/gaps?gap=a' },
      { note: undefined, href: 'https://plan.example.org/shop/gaps?gap=b' },
    ],
    more: undefined,
  })
  expect(two?.lines[0]?.text).not.toMatch(/new gap/i)
  const many = Array.from({ length: 13 }, (_, n) => gap(`${n}`, n % 2 ? 'retention' : 'use'))
  const more = { text: 'and 5 more', href: 'https://plan.example.org/shop/gaps?phase=use,retention' }
  expect(section([opened(many, 13), opened([gap('x'), gap('y')])])).toMatchObject({ lines: { length: 10 }, more })
  expect(newsLetter([opened(many, 15)], world).sections[0]?.lines.at(-1)).toEqual(more)
  // As it was told before gaps were named.
  const old = news('o', {
    kind: 'gapOpened',
    subject: 'finding',
    details: { title: undefined, rule: 'thanks_missing', count: 4 },
  })
  expect(section([old])?.lines).toMatchObject([{ text: '4 new gaps', href: 'https://plan.example.org/shop/gaps' }])
  expect(section([old])?.more).toBeUndefined()
})
