import { Problem } from '@/server/domain/errors'
import { type Status, statuses, type Term, type Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** Items begin, go live and are put away somewhere, so the last step of these kinds stays. */
const needed: readonly Status[] = ['idea', 'published', 'archived']

/** Throws unless the steps could stand so: types and fields that exist, entries told apart. Only touched steps are looked at. */
export function checkSteps(
  steps: readonly Term<'step'>[],
  touched: ReadonlySet<string>,
  { type: types }: Pick<Vocabulary, 'type'>,
): void {
  const fields = new Set(types.flatMap(({ details }) => details.fields.map(({ key }) => `fields.${key}`)))
  for (const { key, details } of steps) {
    if (!touched.has(key)) continue
    if (!details.types.every((type) => types.some((term) => term.key === type))) {
      throw new Problem('invalid', 'workflow.problem.noSuchType')
    }
    const unknown = details.requires.find((need) => need.startsWith('fields.') && !fields.has(need))
    if (unknown) throw new Problem('invalid', 'workflow.problem.noSuchField', { field: unknown.slice('fields.'.length) })
    if (new Set(details.checklist.map((entry) => entry.key)).size < details.checklist.length) {
      throw new Problem('invalid', 'workflow.problem.sameEntry')
    }
    if (details.checklist.some(({ name }) => name.en === '' && name.de === '')) {
      throw new Problem('invalid', 'workflow.problem.emptyEntry')
    }
  }
}

/** Throws when a step is the last one where items can begin, go live or be put away. */
export function refuseLastOfKind(steps: readonly Term<'step'>[], key: string): void {
  const live = steps.filter(({ archivedAt }) => archivedAt === null)
  const kind = live.find((step) => step.key === key)?.details.kind
  if (kind && needed.includes(kind) && live.filter(({ details }) => details.kind === kind).length === 1) {
    throw new Problem('invalid', `workflow.problem.last.${kind}`)
  }
}

/** Where a new step stands: behind the last one of its kind or an earlier kind, those in the archive not counted. */
export function placeForStep(steps: readonly Term<'step'>[], kind: Status): number {
  const live = steps.filter(({ archivedAt }) => archivedAt === null)
  return live.findLastIndex(({ details }) => statuses.indexOf(details.kind) <= statuses.indexOf(kind)) + 1
}
