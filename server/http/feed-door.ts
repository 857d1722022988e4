import { createHash } from 'node:crypto'
import type { NextRequest } from 'next/server'
import { database } from '@/db/instance'
import { networkOf } from '@/server/auth/attempts.rules'
import { type FeedReading, findFeed, noteReading, type OpenFeed, readFeed } from '@/server/domain/feeds/feed.queries'
import type { FeedEntry } from '@/server/domain/feeds/feed.schema'
import { type CalendarEvent, writeIcs } from '@/server/exchange/ics'
import { loggedPath } from '@/server/http/client'
import { homeOf } from '@/server/http/home'
import { admit } from '@/server/http/reading-limit'
import { translatorOf } from '@/server/i18n/translate'
import { log } from '@/server/log'

/**
 * A calendar for other programs, which cannot sign in: the secret in its address is the whole permission. Whatever is wrong with an
 * address, the answer is the same.
 */
export async function answerFeed(
  request: NextRequest,
  { params }: { params: Promise<{ workspace: string; file: string }> },
): Promise<Response> {
  const address = request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'unknown'
  const seconds = admit(networkOf(address), Date.now())
  if (seconds > 0) return plain(429, 'Too many requests', { 'retry-after': String(seconds) })
  try {
    const { workspace: slug, file } = await params
    const secret = /^([\w-]{1,80})\.ics$/.exec(file)?.[1]
    const feed = secret && (await findFeed({ db: database(), now: () => new Date() }, { slug, secret }))
    if (!feed) return plain(404, 'Not found')
    return await calendarOf(request, feed)
  } catch (error) {
    const requestId = request.headers.get('x-request-id')
    log().error({ requestId, path: loggedPath(request.nextUrl.pathname), err: error }, 'a calendar could not be written')
    return plain(500, 'The calendar could not be written')
  }
}

async function calendarOf(request: NextRequest, feed: OpenFeed): Promise<Response> {
  const home = homeOf(request)
  const tag = `"${createHash('sha256').update(`${feed.version} ${home} ${format}`).digest('base64url').slice(0, 27)}"`
  const headers = { etag: tag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex, nofollow' }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((one) => one.trim().replace(/^W\//, '') === tag)) {
    await noteReading(feed.context, feed.feed)
    return new Response(null, { status: 304, headers })
  }
  return new Response(icsOf(await readFeed(feed), feed, home), {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="etappe.ics"',
    },
  })
}

/** Goes up when the same entries would be written in other words, so that nobody keeps the old ones. */
const format = 2

function icsOf({ entries, leftOut, isUnreadable }: FeedReading, { feed, view, workspace }: OpenFeed, home: string): string {
  const text = translatorOf(feed.locale)
  const kinds = new Map<string, string>()
  const kindOf = (kind: FeedEntry['kind']): string => {
    const known = kinds.get(kind) ?? text(`outlets.feed.kind.${kind}`)
    kinds.set(kind, known)
    return known
  }
  const list = (names: readonly string[]) => names.join(', ')
  const toldOf = new Map<string, string>()
  // The same few words stand under thousands of entries.
  const told = (key: string, value: string): string => {
    const name = `${key} ${value}`
    const known = toldOf.get(name) ?? text(`outlets.feed.${key}`, key === 'step' ? { name: value } : { names: value })
    toldOf.set(name, known)
    return known
  }
  const events = entries.map((entry): CalendarEvent => {
    const address = `${home}/${workspace.slug}/${entry.path}`
    const lines = [
      ...(entry.step === null ? [] : [told('step', entry.step)]),
      ...(entry.phases.length === 0 ? [] : [told('phase', list(entry.phases))]),
      ...(entry.channels.length === 0 ? [] : [told('channel', list(entry.channels))]),
      ...(entry.campaigns.length === 0 ? [] : [told('campaign', list(entry.campaigns))]),
      address,
    ]
    return {
      uid: `${entry.uid}@${workspace.id}.etappe`,
      summary: `${kindOf(entry.kind)}: ${entry.title}`,
      description: lines.join('\n'),
      address,
      categories: entry.phases,
      start: entry.start,
      lastDay: entry.lastDay,
      isFirm: entry.kind !== 'planned',
      sequence: entry.sequence,
      changedAt: entry.changedAt,
    }
  })
  return writeIcs({
    name: `${view.name} (${workspace.name})`,
    description: [
      text('outlets.feed.description', { workspace: workspace.name, view: view.name }),
      ...(isUnreadable ? [text('outlets.feed.unreadable')] : []),
      ...(leftOut > 0 ? [text('outlets.feed.leftOut', { count: leftOut })] : []),
    ].join(' '),
    language: feed.locale,
    zone: workspace.timeZone,
    events,
  })
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      ...headers,
    },
  })
}
