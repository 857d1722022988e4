import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, writeIcs } from '@/server/exchange/ics'

const event = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a.live@test',
  summary: 'Planned: A',
  description: 'Phase: Retention\nhttp://localhost/a',
  address: 'http://localhost/w/content/a?x=1,2;3',
  categories: ['Retention'],
  start: '2026-03-05',
  lastDay: null,
  isFirm: false,
  sequence: 3,
  changedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
  ...given,
})

const write = (...events: CalendarEvent[]) =>
  writeIcs({ name: 'Plan; a, b', description: 'x', language: 'en', zone: 'Europe/Berlin', events })

/** What another program reads. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((part) => ({ part, event: new ICAL.Event(part) }))
}
function only(text: string) {
  const [first] = read(text)
  if (!first) throw new Error('there is no event')
  return first
}

describe('a calendar file', () => {
  test('is read by another program as it was meant', () => {
    const { part, event: found } = only(write(event()))
    expect([found.uid, found.summary, found.sequence]).toEqual(['a.live@test', 'Planned: A', 3])
    expect(found.description).toBe('Phase: Retention\nhttp://localhost/a')
    expect(part.getFirstPropertyValue('status')).toBe('TENTATIVE')
    expect(part.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(part.getFirstPropertyValue('categories')).toBe('Retention')
    expect(String(part.getFirstPropertyValue('url'))).toBe('http://localhost/w/content/a?x=1%2C2%3B3')
    expect(String(part.getFirstPropertyValue('last-modified'))).toBe('2026-01-02T03:04:05Z')
    const calendar = new ICAL.Component(ICAL.parse(write()))
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Plan; a, b')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H')
  })

  test('holds whole days without a zone, and their end is the day after', () => {
    const { event: single } = only(write(event()))
    expect([String(single.startDate), String(single.endDate), single.startDate.isDate]).toEqual([
      '2026-03-05',
      '2026-03-06',
      true,
    ])
    const { event: span } = only(write(event({ lastDay: '2026-03-31' })))
    expect([String(span.startDate), String(span.endDate)]).toEqual(['2026-03-05', '2026-04-01'])
  })

  test('holds times as instants, right on both sides of both clock changes', () => {
    const instants = ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']
    const text = write(...instants.map((at, n) => event({ uid: String(n), start: Date.parse(at), isFirm: true })))
    const found = read(text)
    expect(found.map(({ event: { startDate } }) => startDate.toJSDate().toISOString())).toEqual(
      instants.map((at) => new Date(at).toISOString()),
    )
    expect(found.every(({ event: { startDate } }) => startDate.zone === ICAL.Timezone.utcTimezone)).toBe(true)
    expect(found[0]?.part.getFirstPropertyValue('status')).toBe('CONFIRMED')
  })

  test.each([
    ['line breaks', 'one\r\ntwo\nthree\rfour', 'one\ntwo\nthree\nfour'],
    ['the signs of the format', 'a,b;c:d\\e"f\\n^n', 'a,b;c:d\\e"f\\n^n'],
    ['a whole event', 'x\r\nEND:VEVENT\r\nBEGIN:VALARM', 'x\nEND:VEVENT\nBEGIN:VALARM'],
    ['emoji and joined ones', '🎉👩‍👩‍👧‍👦'.repeat(40), '🎉👩‍👩‍👧‍👦'.repeat(40)],
    ['5,000 letters of two bytes', 'ä'.repeat(5000), 'ä'.repeat(5000)],
    ['control signs and half a character', 'a\u0000b\u0007c\ud800d', 'a b c\ufffdd'],
    ['nothing', '', ''],
  ])('keeps a title with %s', (_what, title, kept) => {
    const text = write(event({ summary: title, description: title, categories: title === '' ? [] : [title] }))
    const events = read(text)
    expect(events.map(({ event: found }) => found.summary ?? '')).toEqual([kept])
    expect(events[0]?.event.description ?? '').toBe(kept)
    if (title !== '') expect(events[0]?.part.getFirstPropertyValue('categories')).toBe(kept)
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.every((line) => !/[\r\n]/.test(line))).toBe(true)
  })

  test('is the same whenever it is written', () => {
    expect(write(event(), event({ uid: 'c', changedAt: null }))).toBe(write(event(), event({ uid: 'c', changedAt: null })))
  })

  test('of 10,000 entries is written within seconds and stays small', () => {
    const events = Array.from({ length: 10_000 }, (_, n) =>
      event({ uid: `${n}.live@test`, summary: `Planned: ${'Titel '.repeat(8)}${n}` }),
    )
    const begin = performance.now()
    const text = write(...events)
    expect(performance.now() - begin).toBeLessThan(5000)
    expect(text.length).toBeLessThan(8_000_000)
    expect(text.match(/^BEGIN:VEVENT/gm)?.length).toBe(10_000)
  })
})
