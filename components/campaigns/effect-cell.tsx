import type { EffectSide } from '@/components/campaigns/effect-rules'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { StateMark, stateStyle } from '@/components/ui/state-mark'
import type { ChangedCell } from '@/server/domain/campaigns/campaign.schema'

const box = 'relative h-11 rounded p-0 text-center text-[0.9375rem] font-medium'

/** A cell of the heatmap as it is on one side, or what the campaign adds to it. */
export function EffectCell({ cell, side }: { cell: ChangedCell | undefined; side: EffectSide }) {
  const text = useText('campaigns.effect')
  if (!cell)
    return (
      <td className={cn(box, 'text-ink-3')}>
        <span className="sr-only">{text('unchanged')}</span>
        <span aria-hidden>·</span>
      </td>
    )
  return side === 'difference' ? <Difference cell={cell} /> : <Side {...cell[side]} ideal={cell.ideal} />
}

function Side({ fresh, stale, state, ideal }: ChangedCell['with'] & Pick<ChangedCell, 'ideal'>) {
  const text = useText('campaigns.effect')
  const stateText = useText('coverage.state')
  const format = useFormatter()
  return (
    <td data-swatch={state === 'open' ? undefined : true} className={cn(box, stateStyle[state])}>
      <StateMark state={state} className="absolute start-1 top-1 size-2.5" />
      {format.number(fresh)}
      {ideal === null ? null : (
        <span aria-hidden className="text-xs font-normal">
          {' '}
          / {format.number(ideal)}
        </span>
      )}
      <span className="sr-only">
        {ideal === null ? '' : `, ${text('target', { ideal })}`}
        {stale > 0 ? `, ${text('stale', { count: stale })}` : ''}, {stateText(state)}
      </span>
      {stale > 0 ? (
        <span aria-hidden className="absolute end-1 top-0.5 text-[0.65625rem] font-normal">
          +{format.number(stale)}
        </span>
      ) : null}
    </td>
  )
}

function Difference({ cell: { without, with: after, ideal } }: { cell: ChangedCell }) {
  const text = useText('campaigns.effect')
  const stateText = useText('coverage.state')
  const format = useFormatter()
  const more = after.fresh - without.fresh
  const moreStale = after.stale - without.stale
  const isOther = without.state !== after.state
  const signed = (count: number) => `${count > 0 ? '+' : ''}${format.number(count)}`
  const states = { before: stateText(without.state), after: stateText(after.state) }
  return (
    <td
      data-swatch={isOther ? true : undefined}
      className={cn(box, 'px-1 py-0.5 leading-tight', isOther ? stateStyle[after.state] : stateStyle.open)}
    >
      {more === 0 ? <span className="text-sm font-normal">{text('stale', { count: moreStale })}</span> : signed(more)}
      {ideal === null ? null : (
        <span aria-hidden className="text-xs font-normal">
          {' → '}
          {format.number(after.fresh)} / {format.number(ideal)}
        </span>
      )}
      <span className="sr-only">
        {', '}
        {text(ideal === null ? 'now' : 'nowOf', { count: after.fresh, ideal: ideal ?? 0 })}
      </span>
      {isOther ? (
        <>
          <span aria-hidden className="mt-0.5 flex flex-wrap items-center justify-center gap-x-1 text-2xs font-normal">
            <span className="inline-flex items-center gap-1">
              <StateMark state={without.state} className="size-2.5" />
              {states.before} →
            </span>
            <span className="inline-flex items-center gap-1">
              <StateMark state={after.state} className="size-2.5" />
              {states.after}
            </span>
          </span>
          <span className="sr-only">, {text('becomes', states)}</span>
        </>
      ) : null}
    </td>
  )
}
