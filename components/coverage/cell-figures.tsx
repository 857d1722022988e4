'use client'

import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Badge } from '@/components/ui/badge'
import { formatDay } from '@/components/ui/day-text'
import { TextLink } from '@/components/ui/link-button'
import { StateMark } from '@/components/ui/state-mark'
import { stateOf } from '@/server/domain/coverage/coverage.rules'
import type { CellState } from '@/server/domain/coverage/coverage.schema'
import type { CellView } from '@/server/domain/coverage/coverage-picture.schema'
import { localDayOf } from '@/server/domain/facts/moment.rules'

const tones = {
  gap: 'gap',
  thin: 'thin',
  covered: 'covered',
  surplus: 'surplus',
  open: 'open',
  not_applicable: 'na',
} as const satisfies Record<CellState, string>

/** What of the cell is to be looked at again. */
const staleOnly = (filter: string): string => [...filter.split('&').filter(Boolean), 'stale=yes'].join('&')

/** State, target and where it comes from, and how the number is made up. */
export function CellFigures({ cell, words, isPart }: { cell: CellView; words: CoverageWords; isPart: boolean }) {
  const text = useText('coverage.panel')
  const { base, timeZone } = useWorkspace()
  const language = useLanguage()
  const { target, live, scheduled, planned, fresh } = cell
  // A part of the content is not held against the target of all of it.
  const state = isPart ? null : stateOfCell(cell)
  const day = planned.next === null ? null : formatDay(planned.next.slice(0, 10), language)
  return (
    <div>
      {state === null ? null : (
        <Badge tone={tones[state]} size="md" icon={<StateMark state={state} />} className="max-w-full whitespace-normal">
          {text(`badge.${state}`, {
            state: words.stateName(state),
            fresh,
            min: target?.numbers?.min ?? 0,
            ideal: target?.numbers?.ideal ?? 0,
            max: target?.numbers?.max ?? 0,
            reason: target?.reason ?? '',
          })}
        </Badge>
      )}
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-3.5 gap-y-1 text-sm">
        {target ? (
          <>
            <dt className="text-ink-3">{text(target.reason === null ? 'target' : 'reason')}</dt>
            <dd>
              {target.numbers
                ? text('targetNumbers', { min: target.numbers.min, ideal: target.numbers.ideal, max: target.numbers.max ?? -1 })
                : target.reason === null
                  ? text('noTarget')
                  : target.reason}
              <span className="text-ink-3">{target.from ? ` · ${text(`from.${target.from}`)}` : ''}</span>
            </dd>
          </>
        ) : null}
        <dt className="text-ink-3">{text('live')}</dt>
        <dd>
          {text('liveCount', { fresh: live.fresh })}
          {live.stale > 0 ? (
            <>
              {', '}
              <TextLink href={`${base}/content?${staleOnly(cell.filter)}`}>{text('staleCount', { stale: live.stale })}</TextLink>
            </>
          ) : null}
        </dd>
        <dt className="text-ink-3">{text('scheduled')}</dt>
        <dd>
          {scheduled.next === null
            ? text('plannedCount', { count: scheduled.count })
            : text('plannedFrom', {
                count: scheduled.count,
                day: formatDay(localDayOf(scheduled.next.getTime(), timeZone), language),
              })}
        </dd>
        <dt className="text-ink-3">{text('planned')}</dt>
        <dd>
          {day === null ? text('plannedCount', { count: planned.count }) : text('plannedFrom', { count: planned.count, day })}
        </dd>
      </dl>
    </div>
  )
}

function stateOfCell({ target, fresh }: CellView): CellState | null {
  if (!target) return null
  if (target.numbers) return stateOf(fresh, { kind: 'numbers', numbers: target.numbers, from: 'cell' })
  return target.reason === null ? 'open' : 'not_applicable'
}
