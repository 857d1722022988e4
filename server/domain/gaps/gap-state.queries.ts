import type { Database } from '@/db/database'
import { listChangesAfter } from '@/db/stores/changes'
import { decisionOf, type FindingRecord, listFindings, listFindingsById } from '@/db/stores/findings'
import { listRuleSettings } from '@/db/stores/rules'
import type { Context } from '@/server/domain/context'
import type { Target } from '@/server/domain/coverage/coverage.schema'
import { loadTargets } from '@/server/domain/coverage/target.queries'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { addDays, type Moment, momentOf, startOfDayMs } from '@/server/domain/facts/moment.rules'
import { mergeDecisions } from '@/server/domain/gaps/decisions.rules'
import {
  type Evidence,
  type Finding,
  findingState,
  type Gap,
  type GapChange,
  type RuleSetting,
  ruleKey,
  type StoredFinding,
  severity,
} from '@/server/domain/gaps/gap.schema'
import { type GapIndex, indexGaps } from '@/server/domain/gaps/gap-index.rules'
import { gapWorkspaceOf } from '@/server/domain/gaps/gap-workspace.rules'
import { findInIndex } from '@/server/domain/gaps/gaps.rules'
import { ruleSettingsOf } from '@/server/domain/gaps/rule-settings.rules'
import { keptPer, putLast } from '@/server/domain/kept'
import { segment } from '@/server/domain/workspaces/workspace.schema'
import { presetTarget } from '@/server/presets/targets'

/** The gaps of a workspace as they are now: what the rules find in the facts, joined with what people decided. */
export interface GapState {
  readonly held: WorkspaceFacts
  readonly moment: Moment
  readonly settings: readonly RuleSetting[]
  readonly findings: readonly Finding[]
  readonly gaps: readonly Gap[]
  readonly byId: ReadonlyMap<string, Gap>
  /** What storing them has to do: the difference between the truth and the stored rows. */
  readonly changes: readonly GapChange[]
  readonly stored: readonly StoredFinding[]
  /** For trying out other settings. */
  readonly index: GapIndex
}

/** What the database holds beside the facts. */
interface Stored {
  readonly seq: number
  readonly targets: readonly Target[]
  readonly settings: readonly RuleSetting[]
  readonly findings: readonly StoredFinding[]
}

interface Found {
  readonly from: number
  readonly until: number
  readonly facts: readonly Fact[]
  readonly vocabulary: WorkspaceFacts['vocabulary']
  readonly revision: number
  readonly stored: Stored
  readonly state: GapState
}

interface Shelf {
  stored?: Stored
  found?: Found
}

const keptWorkspaces = 20
const changesLookedAt = 2_000
const hourMs = 3_600_000

const shelvesOf = keptPer('gaps', () => new Map<string, Shelf>())

function shelfOf(db: Database, workspaceId: string): Shelf {
  const shelves = shelvesOf(db)
  const shelf = shelves.get(workspaceId) ?? {}
  putLast(shelves, workspaceId, shelf, keptWorkspaces)
  return shelf
}

/**
 * What is found is kept until something changes that the rules read, or until time alone changes it. No authorize inside.
 */
export async function loadGaps({ db, actor, now }: Context): Promise<GapState> {
  const held = await loadFacts({ db }, actor.workspaceId)
  const shelf = shelfOf(db, actor.workspaceId)
  const stored = await storedNow(db, held, shelf.stored)
  shelf.stored = stored
  const nowMs = now().getTime()
  const known = shelf.found
  if (known && isSame(known, held, stored) && nowMs >= known.from && nowMs < known.until) {
    return known.stored.findings === stored.findings
      ? known.state
      : remember(shelf, known, held, stored, joined(known.state, held, stored, nowMs))
  }
  const moment = momentOf(nowMs, held.workspace.timeZone)
  const { facts, vocabulary, workspace } = held
  const phases = new Map(vocabulary.phase.map(({ key, details }) => [key, details.stages]))
  const area = segment.parse(workspace.segment)
  const gapWorkspace = gapWorkspaceOf(vocabulary, workspace, stored.targets, (phase, channel) =>
    presetTarget(phases.get(phase) ?? [], channel, area),
  )
  const index = indexGaps(facts, gapWorkspace, moment)
  const findings = findInIndex(index, stored.settings)
  const made = { moment, settings: stored.settings, findings, index }
  const span = { from: nowMs, until: holdsUntil(facts, moment), facts, vocabulary, revision: workspace.revision }
  return remember(shelf, span, held, stored, joined(made, held, stored, nowMs))
}

function remember(
  shelf: Shelf,
  { from, until }: Pick<Found, 'from' | 'until'>,
  { facts, vocabulary, workspace }: WorkspaceFacts,
  stored: Stored,
  state: GapState,
): GapState {
  shelf.found = { from, until, facts, vocabulary, revision: workspace.revision, stored, state }
  return state
}

/** Rules read neither stored findings nor the seq, so new decisions alone leave what was found as it is. */
function isSame(known: Found, { facts, vocabulary, workspace }: WorkspaceFacts, stored: Stored): boolean {
  return (
    known.facts === facts &&
    known.vocabulary === vocabulary &&
    known.revision === workspace.revision &&
    known.stored.targets === stored.targets &&
    known.stored.settings === stored.settings
  )
}

function joined(
  found: Pick<GapState, 'moment' | 'settings' | 'findings' | 'index'>,
  held: WorkspaceFacts,
  stored: Stored,
  nowMs: number,
): GapState {
  const { moment, settings, findings, index } = found
  const { gaps, changes } = mergeDecisions(findings, stored.findings, {
    now: new Date(nowMs),
    today: moment.today,
    rules: new Set(settings.filter(({ enabled }) => enabled).map(({ key }) => key)),
    itemOf: (id) => held.byId.get(id),
  })
  const byId = new Map(gaps.map((gap) => [gap.id, gap]))
  return { held, moment, settings, findings, index, gaps, byId, changes, stored: stored.findings }
}

/** Until the next moment at which an item begins or ceases to count, or another day begins; an hour at most, for ages in days. */
function holdsUntil(facts: readonly Fact[], { nowMs, today, zone }: Moment): number {
  let until = Math.min(startOfDayMs(addDays(today, 1), zone), nowMs + hourMs)
  for (const { publishedAt, unpublishAt } of facts) {
    if (publishedAt !== null && publishedAt > nowMs && publishedAt < until) until = publishedAt
    if (unpublishAt !== null && unpublishAt > nowMs && unpublishAt < until) until = unpublishAt
  }
  return until
}

/** Later looks that leave no trace in the log are read again. */
export function forgetStored(db: Database, workspaceId: string): void {
  const shelf = shelfOf(db, workspaceId)
  delete shelf.stored
}

async function storedNow(db: Database, held: WorkspaceFacts, known: Stored | undefined): Promise<Stored> {
  const { seq, workspace } = held
  if (known && known.seq >= seq) return known
  const entries = known ? await listChangesAfter(db.read, workspace.id, known.seq, changesLookedAt) : []
  const isKnown = known !== undefined && entries.length < changesLookedAt
  const of = (subject: string) => entries.filter((entry) => entry.subject === subject).map(({ subjectId }) => subjectId)
  // Parts that nothing happened to stay the same objects: what was found from them still holds.
  return {
    seq,
    targets: isKnown && of('target').length === 0 ? known.targets : await loadTargets(db.read, workspace.id),
    settings: isKnown && of('rule').length === 0 ? known.settings : ruleSettingsOf(await listRuleSettings(db.read, workspace.id)),
    findings: isKnown
      ? await withChanged(db, workspace.id, known.findings, of('finding'))
      : (await listFindings(db.read, workspace.id)).flatMap(storedOf),
  }
}

/** Findings are never deleted, so those that changed take their place or join. */
async function withChanged(
  db: Database,
  workspaceId: string,
  known: readonly StoredFinding[],
  ids: readonly string[],
): Promise<readonly StoredFinding[]> {
  if (ids.length === 0) return known
  const byId = new Map(known.map((row) => [row.id, row]))
  const rows = await listFindingsById(db.read, workspaceId, [...new Set(ids)])
  for (const row of rows.flatMap(storedOf)) byId.set(row.id, row)
  return [...byId.values()]
}

/** Nothing for a row that another version of the program wrote and this one does not know. */
export function storedOf(row: FindingRecord): StoredFinding[] {
  const rule = ruleKey.safeParse(row.rule)
  if (!rule.success) return []
  const { id, phase, scope, firstSeenAt, lastSeenAt, resolvedAt, revision } = row
  return [
    {
      ...decisionOf(row),
      id,
      rule: rule.data,
      severity: severity.catch('info').parse(row.severity),
      phase,
      scope,
      evidence: row.evidence as Evidence,
      state: findingState.catch('open').parse(row.state),
      firstSeenAt,
      lastSeenAt,
      resolvedAt,
      revision,
    },
  ]
}
