import { listUserNames } from '@/db/stores/users'
import type { Context } from '@/server/domain/context'
import type { GridPhase } from '@/server/domain/coverage/coverage.rules'
import type { CoverageDimension, CoverageQuestion, Model, Target } from '@/server/domain/coverage/coverage.schema'
import { projectJourney } from '@/server/domain/coverage/lens.rules'
import { loadTargets } from '@/server/domain/coverage/target.queries'
import { type TargetOf, targetResolver } from '@/server/domain/coverage/targets.rules'
import { carried } from '@/server/domain/facts/carried.queries'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { addDays, endOfDay, type Moment, momentOf, startOfDayMs } from '@/server/domain/facts/moment.rules'
import { factsAt } from '@/server/domain/facts/past.queries'
import { liveTerms, termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { segment } from '@/server/domain/workspaces/workspace.schema'
import { modelPreset } from '@/server/presets/models'
import { presetTarget } from '@/server/presets/targets'

/** When a picture is of, and the facts of that moment. */
export interface PictureMoment {
  readonly now: Moment
  /** The end of the picked day, else now. */
  readonly moment: Moment
  readonly picked: boolean
  readonly facts: readonly Fact[]
}

export async function pictureMoment(
  { db, now }: Pick<Context, 'db' | 'now'>,
  held: WorkspaceFacts,
  asOf: string | null,
): Promise<PictureMoment> {
  const zone = held.workspace.timeZone
  const current = momentOf(now().getTime(), zone)
  if (asOf === null) return { now: current, moment: current, picked: false, facts: held.facts }
  const moment = endOfDay(asOf, zone)
  const facts = moment.nowMs < current.nowMs ? await factsAt({ db }, held, moment.nowMs) : held.facts
  return { now: current, moment, picked: true, facts }
}

const nextDates = carried<{ readonly fromMs: number; readonly nextMs: number }>('next dates', 200)

// Kept as long as the facts they were read from.
const targetsOfFacts = new WeakMap<WorkspaceFacts, Promise<Target[]>>()
const valuesOfFacts = new WeakMap<readonly Fact[], { locales: string[]; owners: string[] }>()

/** Targets are in the change log, so whoever has newer facts reads them anew. */
export function targetsOf({ db }: Pick<Context, 'db'>, held: WorkspaceFacts): Promise<Target[]> {
  const known = targetsOfFacts.get(held)
  if (known) return known
  const read = loadTargets(db.read, held.workspace.id)
  targetsOfFacts.set(held, read)
  read.catch(() => targetsOfFacts.delete(held))
  return read
}

export async function targetOfDimension(
  ctx: Pick<Context, 'db'>,
  held: WorkspaceFacts,
  dimension: CoverageDimension,
): Promise<TargetOf> {
  const { vocabulary, workspace } = held
  const stages = new Map(vocabulary.phase.map(({ key, details }) => [key, details.stages]))
  const wishes = segment.parse(workspace.segment)
  return targetResolver(dimension, await targetsOf(ctx, held), (phase, channel) =>
    presetTarget(stages.get(phase) ?? [], channel, wishes),
  )
}

/**
 * Until when a count made now holds while nobody changes anything: the next publication or its end, or midnight, when what
 * is stale and what "the last seven days" means change.
 */
export function holdsUntil({ db }: Pick<Context, 'db'>, { now }: PictureMoment, held: WorkspaceFacts): number {
  const midnight = startOfDayMs(addDays(now.today, 1), now.zone)
  const next = nextDates(db, held, '', {
    count: () => ({ fromMs: now.nowMs, nextMs: nextDate(held.facts, now.nowMs) }),
    carry({ fromMs, nextMs }, { old, fresh }) {
      const isPast = now.nowMs < fromMs || now.nowMs >= nextMs
      if (isPast || (old.length > 0 && nextDate(old, now.nowMs) === nextMs)) return undefined
      return { fromMs, nextMs: Math.min(nextMs, nextDate(fresh, now.nowMs)) }
    },
  })
  return Math.min(midnight, next.nextMs)
}

/** The first date after a moment; it stays the same until it comes. */
function nextDate(facts: readonly Fact[], nowMs: number): number {
  let nextMs = Number.POSITIVE_INFINITY
  for (const { publishedAt, publishAt, unpublishAt } of facts) {
    if (publishedAt !== null && publishedAt > nowMs && publishedAt < nextMs) nextMs = publishedAt
    if (publishAt !== null && publishAt > nowMs && publishAt < nextMs) nextMs = publishAt
    if (unpublishAt !== null && unpublishAt > nowMs && unpublishAt < nextMs) nextMs = unpublishAt
  }
  return nextMs
}

/** Locales and owners that some item has, most used first. */
export function valuesFound(facts: readonly Fact[]): { locales: string[]; owners: string[] } {
  const known = valuesOfFacts.get(facts)
  if (known) return known
  const locales = new Map<string, number>()
  const owners = new Map<string, number>()
  for (const { locale, ownerId, deletedAt } of facts) {
    if (deletedAt !== null) continue
    if (locale) locales.set(locale, (locales.get(locale) ?? 0) + 1)
    if (ownerId) owners.set(ownerId, (owners.get(ownerId) ?? 0) + 1)
  }
  const byUse = (counts: Map<string, number>) =>
    [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([key]) => key)
  const found = { locales: byUse(locales), owners: byUse(owners) }
  valuesOfFacts.set(facts, found)
  return found
}

/** The journey's phases that are in use, in order. */
export function journeyOf({ vocabulary }: WorkspaceFacts, locale: Locale): (GridPhase & { weight: number })[] {
  return liveTerms(vocabulary, 'phase').map((term) => {
    const { letter, hue, stages, weight } = term.details
    return { key: term.key, name: termName(term, locale), letter, hue, stages, weight }
  })
}

export function lensOf({ vocabulary }: WorkspaceFacts, model: Model, locale: Locale) {
  const preset = modelPreset(model)
  // Archived phases too: items still carry them, and lists look through the same lens.
  const journey = vocabulary.phase.map(({ key, details }) => ({ key, stages: details.stages }))
  return {
    projection: projectJourney(journey, model, preset.phases),
    phases: preset.phases.map(({ key, name, letter, hue, stages }) => ({ key, name: name[locale], letter, hue, stages })),
  }
}

/** The columns that stand there anyway, in order, and the names of all others that may turn up. */
export async function columnsOf(
  { db }: Pick<Context, 'db'>,
  held: WorkspaceFacts,
  { by }: Pick<CoverageQuestion, 'by'>,
  facts: readonly Fact[],
  locale: Locale,
): Promise<{ columns: { key: string; name: string }[]; nameOf: (key: string) => string }> {
  const { vocabulary, workspace } = held
  const phaseName = (key: string) => {
    const phase = termByKey(vocabulary, 'phase', key)
    return phase ? termName(phase, locale) : key
  }
  if (by === 'locale') {
    const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' })
    const keys = [...new Set([workspace.locale, ...valuesFound(facts).locales])]
    return { columns: keys.map((key) => ({ key, name: names.of(key) ?? key })), nameOf: phaseName }
  }
  if (by === 'owner') {
    const { owners } = valuesFound(facts)
    const names = await listUserNames(db.read, owners)
    const columns = owners.map((key) => ({ key, name: names.get(key) ?? key }))
    return { columns: columns.sort((a, b) => a.name.localeCompare(b.name, locale)), nameOf: phaseName }
  }
  const columns = liveTerms(vocabulary, by).map((term) => ({ key: term.key, name: termName(term, locale) }))
  const others = new Map(vocabulary[by].map((term) => [term.key, termName(term, locale)]))
  return { columns, nameOf: (key) => others.get(key) ?? phaseName(key) }
}
