import { authorize } from '@/server/domain/access/authorize'
import { getCampaign, getCampaignEffect, getCampaignGaps } from '@/server/domain/campaigns/campaign.queries'
import type { CampaignEffect, CampaignPage, TouchedGap } from '@/server/domain/campaigns/campaign.schema'
import { selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import { shownPercent } from '@/server/domain/coverage/heatmap-view.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Filter } from '@/server/domain/filter/filter.schema'
import type { Sheet, SheetPart, SheetTable } from '@/server/domain/plan-export/sheet.schema'
import { loadSheetWorld, type SheetWorld, type Word } from '@/server/domain/plan-export/sheet-world.queries'
import type { Locale } from '@/server/domain/wire.schema'
import { ruleDefinition } from '@/server/presets/rules'

/** Nobody reads further on paper; a table holds the rest. */
const rowsOnPaper = 1000

interface Wish {
  readonly campaign: string
  readonly language: Locale
  readonly word: Word
  /** For a picture: the beginning of each list, and no items. */
  readonly isPicture?: boolean
}

/** As many of each list as stand on a slide. */
const most = { lines: 10, cells: 12, gaps: 6 }
const all = { lines: Number.POSITIVE_INFINITY, cells: Number.POSITIVE_INFINITY, gaps: Number.POSITIVE_INFINITY }

/** A campaign's page: what it wants, what is there, what it does to coverage and gaps, and its items. */
export async function loadCampaignSheet(
  context: Context,
  { campaign: key, language, word, isPicture = false }: Wish,
): Promise<Sheet> {
  authorize(context.actor, 'item.export')
  const world = await loadSheetWorld(context, language, word)
  const campaign = await getCampaign(context, key)
  const effect = await getCampaignEffect(context, key, 'planned')
  const gaps = await getCampaignGaps(context, key)
  const filter: Filter = [{ field: 'campaign', op: 'anyOf', values: [key] }]
  const { facts } = await selectItems(context, { filter, sort: [{ field: 'plannedFor', descending: false }] })
  const { goal } = campaign.details
  const upTo = isPicture ? most : all
  const items: SheetPart[] = [
    ...headed(
      word('campaigns.items.title'),
      facts.length === 0 ? { kind: 'note', text: word('outlets.sheet.noItems') } : itemsOf(facts.slice(0, rowsOnPaper), world),
    ),
    ...restOf(facts.length - rowsOnPaper, word),
  ]
  const parts: SheetPart[] = [
    { kind: 'facts', facts: factsOf(campaign, world) },
    ...(goal === '' ? [] : headed(word('campaigns.field.goal'), { kind: 'text', text: goal })),
    ...headed(
      word('campaigns.plan.title'),
      ...(campaign.outside === null
        ? [{ kind: 'note' as const, text: word('campaigns.plan.none') }]
        : beginning(planOf(campaign, world), upTo.lines, word)),
    ),
    ...headed(word('campaigns.effect.title'), ...effectOf(effect, world, upTo.cells)),
    ...(gaps.closed.length === 0 ? [] : headed(word('outlets.sheet.closed'), ...gapsOf(gaps.closed, '', world, upTo.gaps))),
    ...headed(word('outlets.sheet.closes'), ...gapsOf(gaps.closes, word('campaigns.gaps.closesNone'), world, upTo.gaps)),
    ...(gaps.opens.length === 0 ? [] : headed(word('outlets.sheet.opens'), ...gapsOf(gaps.opens, '', world, upTo.gaps))),
    ...headed(word('outlets.sheet.stays'), ...gapsOf(gaps.stays, word('campaigns.gaps.staysNone'), world, upTo.gaps)),
    ...(isPicture ? [] : items),
  ]
  const { facts: _filter, ...frame } = world.frame(filter)
  const made = { label: word('outlets.sheet.made'), value: world.instant(frame.madeAt) }
  return {
    title: world.name('campaign', key),
    fileName: `${word('outlets.menu.file.campaign')}-${key}-${world.moment.today}`,
    isLandscape: false,
    ...frame,
    facts: [made],
    parts,
  }
}

const restOf = (count: number, word: Word): SheetPart[] =>
  count > 0 ? [{ kind: 'note', text: word('outlets.sheet.more', { count }) }] : []

const beginning = (table: SheetTable, rows: number, word: Word): SheetPart[] => [
  { ...table, rows: table.rows.slice(0, rows) },
  ...restOf(table.rows.length - rows, word),
]

const headed = (text: string, ...parts: SheetPart[]): SheetPart[] => [{ kind: 'heading', text }, ...parts]

function factsOf({ details, proposed, progress, from, until }: CampaignPage, { word, day, person, names }: SheetWorld) {
  const [start, end] = [details.startsOn ?? from, details.endsOn ?? until]
  const span = [...new Set([start, end])].map((one) => (one === null ? '…' : day(one))).join(' – ')
  const list: [string, string][] = [
    [word('campaigns.field.state'), word(`campaigns.state.${details.state}`)],
    [
      word('campaigns.health.label'),
      proposed
        ? [word(`campaigns.health.${details.health?.value ?? proposed}`), details.health?.reason].filter(Boolean).join(': ')
        : '',
    ],
    [word('campaigns.column.dates'), start === null && end === null ? word('campaigns.dates.none') : span],
    [word('campaigns.field.ownerId'), person(details.ownerId)],
    [word('campaigns.field.personas'), names('persona', details.personas)],
    [word('campaigns.field.channels'), names('channel', details.channels)],
    [word('campaigns.field.figure'), [details.figure, details.figureTarget].filter(Boolean).join(': ')],
    [word('campaigns.field.budget'), details.budget],
    [
      word('campaigns.column.progress'),
      progress.wanted === 0
        ? word('campaigns.progress.none')
        : word('campaigns.progress.of', { reached: progress.reached, wanted: progress.wanted }),
    ],
  ]
  return list.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]))
}

function planOf({ lines, outside, wantedUnder }: CampaignPage, { word, name }: SheetWorld): SheetTable {
  return {
    kind: 'table',
    columns: [
      { title: word('campaigns.plan.phase'), share: 3 },
      { title: word('campaigns.plan.channel'), share: 3 },
      { title: word('campaigns.plan.wanted'), share: 1.5, align: 'right' },
      { title: word('campaigns.plan.made'), share: 1.5, align: 'right' },
      { title: word('campaigns.plan.live'), share: 1.5, align: 'right' },
    ],
    rows: [
      ...lines.map(({ phase, channel, wanted, made, published }) => [
        name('phase', phase),
        channel === null ? word('campaigns.plan.anyChannel') : name('channel', channel),
        ...[wanted, made, published].map(String),
      ]),
      ...(wantedUnder > 0 ? [[word('campaigns.plan.under'), '', String(wantedUnder), '', '']] : []),
      ...(outside && outside.made > 0
        ? [[word('campaigns.plan.outside'), '', '', String(outside.made), String(outside.published)]]
        : []),
    ],
  }
}

function effectOf(
  { cells, readiness, mode, isPresent }: CampaignEffect,
  { word, name, held }: SheetWorld,
  mostCells: number,
): SheetPart[] {
  const [from, to] = [readiness.without, readiness.with]
  const sentence =
    from === null || to === null
      ? word('campaigns.effect.sentence.noTargets')
      : word(`campaigns.effect.sentence.${to > from ? 'rise' : to < from ? 'fall' : 'same'}`, {
          mode: isPresent ? 'published' : mode,
          from: shownPercent(from),
          to: shownPercent(to),
        })
  if (cells.length === 0)
    return [
      { kind: 'text', text: sentence },
      { kind: 'note', text: word('campaigns.effect.nothing', { mode }) },
    ]
  // Rows and columns may also be what has no phase or channel.
  const known = (dimension: 'phase' | 'channel', key: string, none: string) =>
    held.vocabulary[dimension].some((term) => term.key === key) ? name(dimension, key) : word(`campaigns.effect.${none}`)
  const side = ({ fresh, state }: CampaignEffect['cells'][number]['with'], ideal: number | null) =>
    `${ideal === null ? fresh : `${fresh} / ${ideal}`}, ${word(`coverage.state.${state}`)}`
  const difference = (by: number) => (by === 0 ? '=' : `${by > 0 ? '+' : '−'}${Math.abs(by)}`)
  const table: SheetTable = {
    kind: 'table',
    columns: [
      { title: word('campaigns.effect.phase'), share: 2.3 },
      { title: word('outlets.sheet.channel'), share: 2.3 },
      { title: word('campaigns.effect.side_without'), share: 2.5 },
      { title: word('campaigns.effect.side_with'), share: 2.5 },
      { title: word('campaigns.effect.side_difference'), share: 1.9, align: 'right' },
    ],
    rows: cells.map(({ row, column, ideal, without, with: withIt }) => [
      known('phase', row, 'noPhase'),
      known('channel', column, 'noChannel'),
      side(without, ideal),
      side(withIt, ideal),
      difference(withIt.fresh - without.fresh),
    ]),
    states: cells.map(({ without, with: withIt }) => [null, null, without.state, withIt.state, null]),
  }
  return [{ kind: 'text', text: sentence }, ...beginning(table, mostCells, word)]
}

function gapsOf(gaps: readonly TouchedGap[], none: string, { language, name, word }: SheetWorld, mostGaps: number): SheetPart[] {
  if (gaps.length === 0) return [{ kind: 'note', text: none }]
  const told = gaps.map(({ rule, phase, channel, topic }) => {
    const places = [phase && name('phase', phase), channel && name('channel', channel), topic && name('topic', topic)]
    const ruleName = ruleDefinition(rule).name[language]
    return [ruleName, places.filter(Boolean).join(', ')].filter(Boolean).join(/[?!.]$/.test(ruleName) ? ' ' : ': ')
  })
  // Many gaps of one rule say the same here; what tells them apart is on the screen.
  const same = Map.groupBy(told, (text) => text)
  const entries = [...same].map(([text, { length }]) => (length > 1 ? `${text} (${length})` : text))
  return [{ kind: 'list', entries: entries.slice(0, mostGaps) }, ...restOf(entries.length - mostGaps, word)]
}

function itemsOf(facts: readonly Fact[], { word, name, names, day, instant }: SheetWorld): SheetTable {
  const dateOf = ({ status, publishedAt, publishAt, plannedFor, dueOn }: Fact): string => {
    if (status === 'published' && publishedAt !== null) return `${word('outlets.feed.kind.published')}: ${instant(publishedAt)}`
    if (publishAt !== null) return `${word('outlets.feed.kind.scheduled')}: ${instant(publishAt)}`
    if (plannedFor !== null) return `${word('outlets.feed.kind.planned')}: ${day(plannedFor)}`
    return dueOn === null ? '' : `${word('outlets.feed.kind.due')}: ${day(dueOn)}`
  }
  return {
    kind: 'table',
    columns: [
      { title: word('outlets.sheet.title'), share: 4 },
      { title: word('outlets.sheet.step'), share: 1.6 },
      { title: word('outlets.sheet.phase'), share: 1.8 },
      { title: word('outlets.sheet.channel'), share: 1.8 },
      { title: word('outlets.sheet.date'), share: 2.2 },
    ],
    rows: facts.map((fact) => [
      fact.title,
      name('step', fact.step),
      names('phase', fact.phase),
      names('channel', fact.channel),
      dateOf(fact),
    ]),
  }
}
