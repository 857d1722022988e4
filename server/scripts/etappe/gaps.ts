import { loadFacts } from '@/server/domain/facts/facts.queries'
import { listGapsForReport } from '@/server/domain/gaps/gap.queries'
import { type Severity, severities, severity } from '@/server/domain/gaps/gap.schema'
import { isDimension, termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension } from '@/server/domain/vocabulary/vocabulary.schema'
import { ruleDefinition } from '@/server/presets/rules'
import { type Call, type ExitCode, exitCodes } from './command'
import { table } from './output'

export async function showGaps({ text, out, say, locale, context }: Call): Promise<ExitCode> {
  const workspace = await context()
  const found = await listGapsForReport(workspace)
  const { byId, vocabulary } = await loadFacts(workspace, workspace.actor.workspaceId)
  // Keys are for programs; people read names.
  const nameOf = (dimension: Dimension, key: string) => {
    const term = termByKey(vocabulary, dimension, key)
    return term ? termName(term, locale) : key
  }
  const report = found.map(({ rule, severity, phase, scope, evidence, state }) => ({
    rule,
    severity,
    phase,
    scope,
    evidence,
    state,
  }))
  out.answer(report, () => {
    const open = found.filter(({ state }) => state === 'open' || state === 'planned')
    if (open.length === 0) return `${say('cli.gaps.none')}\n`
    const headings = ['severity', 'phase', 'rule', 'about', 'items', 'state'].map((name) => say(`cli.gaps.${name}`))
    const lines = open.map(({ rule, severity, phase, scope, evidence, state }) => {
      const { phase: _phase, ...narrower } = scope
      const about = Object.entries(narrower)
        .map(([of, key]) => (isDimension(of) ? nameOf(of, key) : (byId.get(key)?.title ?? key)))
        .join(', ')
      return [
        say(`gaps.severity.${severity}`),
        phase === null ? null : nameOf('phase', phase),
        ruleDefinition(rule).name[locale],
        about,
        evidence.counts.items,
        say(`gaps.state.${state}`),
      ]
    })
    return table(headings, lines)
  })
  const limit = severity.nullable().parse(text('fail-on') ?? null)
  const isGrave = (one: Severity) => limit !== null && severities.indexOf(one) <= severities.indexOf(limit)
  const isOpen = found.some((gap) => gap.state === 'open' && isGrave(gap.severity))
  return isOpen ? exitCodes.found : exitCodes.done
}
