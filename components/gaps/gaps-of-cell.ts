import type { GapRow } from '@/server/domain/gaps/gap-list.schema'

type Part = Pick<GapRow, 'scope' | 'canPlan'>
type Row<P extends Part> = P & { readonly under: readonly P[] }

/** Of the gaps of a phase those that a cell is about: first its channel's own, then the phase's that a new item closes, then the rest. */
export function gapsOfCell<P extends Part>(rows: readonly Row<P>[], channel: string | null): P[] {
  const all = rows.flatMap((row): P[] => [row, ...row.under])
  const here = all.filter(({ scope }) => scope.channel === undefined || scope.channel === channel || channel === null)
  const weight = ({ scope, canPlan }: Part) => (channel !== null && scope.channel === channel ? 0 : canPlan ? 1 : 2)
  return here.toSorted((a, b) => weight(a) - weight(b))
}
