import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { boardInput } from '@/server/domain/board/board.schema'
import { axis } from '@/server/domain/calendar/calendar.schema'
import { calendarNames, shows } from '@/server/domain/calendar/calendar-window.rules'
import type { Context } from '@/server/domain/context'
import { coverageQuestion } from '@/server/domain/coverage/coverage.schema'
import { Problem } from '@/server/domain/errors'
import { loadBoardSheet } from '@/server/domain/plan-export/board-sheet.queries'
import { loadCalendarSheet } from '@/server/domain/plan-export/calendar-sheet.queries'
import { loadCampaignSheet } from '@/server/domain/plan-export/campaign-sheet.queries'
import { loadHeatmapSheet } from '@/server/domain/plan-export/heatmap-sheet.queries'
import type { Sheet } from '@/server/domain/plan-export/sheet.schema'
import type { Word } from '@/server/domain/plan-export/sheet-world.queries'
import { day, type Locale, locale } from '@/server/domain/wire.schema'
import { sheetPdf } from '@/server/exchange/pdf/sheet-pdf'
import { answerMember, fileResponse } from '@/server/http/member-request'
import { translatorOf } from '@/server/i18n/translate'

type Read = (name: string) => string | undefined
interface Asked {
  readonly read: Read
  /** The part of the address that is the filter. */
  readonly filter: string
  readonly language: Locale
  readonly word: Word
  readonly isPicture: boolean
}

/**
 * What a screen shows, under that screen's own address, as a PDF: `heatmap.pdf`, `board.pdf`,
 * `calendar.pdf`, `campaign-<key>.pdf`. `language` is that of its words. The same as `.json` is what the browser draws a
 * picture from.
 */
export async function answerPlan(
  request: NextRequest,
  { params }: { params: Promise<{ workspace: string; file: string }> },
): Promise<Response> {
  const { workspace, file } = await params
  return answerMember(request, workspace, async (domain) => {
    const { searchParams } = request.nextUrl
    const wanted = locale.safeParse(searchParams.get('language') ?? domain.locale)
    if (!wanted.success) throw new Problem('invalid', 'outlets.problem.noSuchLanguage')
    const [, what = '', format = ''] = /^([\w-]{1,100})\.(pdf|json)$/.exec(file) ?? []
    const language = wanted.data
    const word = translatorOf(language)
    const sheet = await sheetOf(domain, what, searchParams, { language, word, isPicture: format === 'json' })
    if (format === 'json') return Response.json(sheet, { headers: { 'cache-control': 'private, no-store' } })
    const bytes = await sheetPdf(sheet, (page, pages) => word('outlets.sheet.page', { page, pages }))
    return fileResponse(once(bytes), `${workspace}-${sheet.fileName}.pdf`, 'application/pdf')
  })
}

/** Names in each screen's address that are no filter. */
const notFilter = {
  heatmap: ['by', 'mode', 'asOf', 'lens', 'cell', 'compare', 'columns', 'presentation', 'counts', 'lensPhase'],
  board: ['columns', 'lanes', 'column'],
} as const

async function sheetOf(
  domain: Context,
  what: string,
  search: URLSearchParams,
  words: Pick<Asked, 'language' | 'word' | 'isPicture'>,
): Promise<Sheet> {
  const asked = (others: readonly string[]): Asked => {
    const filter = [...search].filter(([name]) => !others.includes(name) && !common.includes(name))
    return { ...words, read: (name) => search.get(name) ?? undefined, filter: new URLSearchParams(filter).toString() }
  }
  if (what === 'heatmap') return heatmapOf(domain, asked(notFilter.heatmap))
  if (what === 'board') return boardOf(domain, asked(notFilter.board))
  if (what === 'calendar') return calendarOf(domain, asked(calendarNames))
  if (what.startsWith('campaign-')) {
    return loadCampaignSheet(domain, { campaign: what.slice('campaign-'.length), ...words })
  }
  throw new Problem('not_found', 'outlets.problem.noSuchSheet')
}

const common: readonly string[] = ['language', 'view', 'peek', 'sort']

async function heatmapOf(domain: Context, { read, filter, language, word }: Asked): Promise<Sheet> {
  const question = coverageQuestion.safeParse({
    by: read('by'),
    mode: read('mode'),
    asOf: read('asOf') ?? null,
    lens: read('lens') ?? null,
    filter,
  })
  const compare = day.nullable().safeParse(read('compare') ?? null)
  if (!question.success || !compare.success) throw new Problem('invalid', 'outlets.problem.badAddress')
  const showsAll = read('columns') === 'all'
  return loadHeatmapSheet(domain, { question: question.data, compare: compare.data, showsAll, language, word })
}

async function boardOf(domain: Context, { read, filter, language, word, isPicture }: Asked): Promise<Sheet> {
  const board = boardInput.safeParse({ columns: read('columns'), lanes: read('lanes') ?? null, filter })
  if (!board.success) throw new Problem('invalid', 'outlets.problem.badAddress')
  const { lanes } = board.data
  const cards = isPicture ? { cards: lanes === null ? cardsInPicture : cardsInLane } : {}
  return loadBoardSheet(domain, { board: board.data, language, word, ...cards })
}

async function calendarOf(domain: Context, { read, filter, language, word, isPicture }: Asked): Promise<Sheet> {
  const wish = calendarWish.safeParse({ show: read('show'), axis: read('axis'), at: read('at') ?? null })
  if (!wish.success || filter.length > mostFilter) throw new Problem('invalid', 'outlets.problem.badAddress')
  return loadCalendarSheet(domain, { ...wish.data, filter, language, word, isPicture })
}

/** The first cards of each column in a picture. */
const cardsInPicture = 12
const cardsInLane = 4
const mostFilter = 8000
const calendarWish = z.object({ show: z.enum(shows).default('month'), axis: axis.default('planned'), at: day.nullable() })

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
