'use client'

import { Plus } from 'lucide-react'
import { useId } from 'react'
import { itemsFilter } from '@/components/campaigns/items-question'
import { PlanRow } from '@/components/campaigns/plan-row'
import type { CampaignEdit } from '@/components/campaigns/use-campaign-edit'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link-button'
import { Table, Td, Th } from '@/components/ui/table'
import type { CampaignPage } from '@/server/domain/campaigns/campaign.schema'
import type { CampaignPlan as Line } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  page: Pick<CampaignPage, 'key' | 'lines' | 'outside' | 'wantedUnder' | 'withoutPhase'>
  edit: CampaignEdit
  disabled: boolean
}

/** How many items are wanted for a phase and channel, and how many of them are there and live. */
export function CampaignPlan({ page: { key, lines, outside, wantedUnder, withoutPhase }, edit, disabled }: Props) {
  const text = useText('campaigns.plan')
  const id = useId()
  const { base, choices } = useWorkspace()
  const { plan } = edit.shown.details
  const put = (next: Line[]) => void edit.save({ details: { plan: next } })
  const lineOf = ({ phase, channel }: Line) => lines.find((line) => line.phase === phase && line.channel === channel)
  const wanted = plan.reduce((sum, { count }) => sum + count, 0)
  const isTaken = (phase: string, channel: string | null) => plan.some((line) => line.phase === phase && line.channel === channel)
  function add() {
    const phases = choices('phase').map(({ key }) => key)
    const channels = [null, ...choices('channel').map(({ key }) => key)]
    const free = channels.flatMap((channel) => phases.map((phase) => ({ phase, channel, count: 1 })))
    const next = free.find(({ phase, channel }) => !isTaken(phase, channel))
    if (next) put([...plan, next])
  }
  return (
    <section aria-labelledby={id}>
      <div className="mb-1.5 flex flex-wrap items-center gap-2">
        <h2 id={id} className="me-auto">
          {text('title')}
        </h2>
        {disabled ? null : (
          <Button size="sm" icon={<Plus aria-hidden />} onClick={add}>
            {text('add')}
          </Button>
        )}
      </div>
      {plan.length === 0 ? (
        <p className="text-ink-2">
          {wantedUnder > 0 ? text('noneButUnder', { count: wantedUnder, outside: outside?.made ?? 0 }) : text('none')}
        </p>
      ) : (
        <Table label={text('table')} className="sm:min-w-120">
          <thead>
            <tr>
              <Th>{text('phase')}</Th>
              <Th className="max-sm:hidden">{text('channel')}</Th>
              <Th isNumber className="max-sm:px-1">
                {text('wanted')}
              </Th>
              <Th isNumber className="max-sm:px-1">
                {text('made')}
              </Th>
              <Th isNumber className="max-sm:px-1">
                {text('live')}
              </Th>
              {disabled ? null : (
                <Th className="max-sm:px-0">
                  <span className="sr-only">{text('actions')}</span>
                </Th>
              )}
            </tr>
          </thead>
          <tbody>
            {[...plan.entries()].map(([at, line]) => (
              <PlanRow
                // A line stays the same one, with its focus, while its phase and channel change.
                key={at}
                line={line}
                counted={lineOf(line)}
                disabled={disabled}
                isTaken={isTaken}
                onChange={(next) => put(plan.map((old, n) => (n === at ? next : old)))}
                onRemove={() => put(plan.filter((_, n) => n !== at))}
              />
            ))}
          </tbody>
          <tfoot>
            <Foot name={text('sum')} figures={[wanted, null, null]} isWide={!disabled} />
            {wantedUnder > 0 ? <Foot name={text('under')} figures={[wantedUnder, null, null]} isWide={!disabled} /> : null}
            {outside && outside.made > 0 ? (
              <Foot name={text('outside')} figures={[null, outside.made, outside.published]} isWide={!disabled} />
            ) : null}
          </tfoot>
        </Table>
      )}
      {withoutPhase > 0 ? (
        <p className="mt-2 text-ink-2">
          <TextLink href={`${base}/content?${itemsFilter(key)}&phase=-`}>
            {text('withoutPhase', { count: withoutPhase })}
          </TextLink>{' '}
          {text('withoutPhaseHint')}
        </p>
      ) : null}
    </section>
  )
}

interface FootProps {
  name: string
  /** Wanted, there, live; null where nothing is said. */
  figures: readonly (number | null)[]
  /** With the column of buttons. */
  isWide: boolean
}

function Foot({ name, figures, isWide }: FootProps) {
  const format = useFormatter()
  return (
    <tr className="text-ink-2">
      <th scope="row" className="h-row px-cell-x text-start font-normal">
        {name}
      </th>
      <td className="max-sm:hidden" />
      {[...figures.entries()].map(([at, figure]) => (
        <Td key={at} isNumber className="border-b-0 max-sm:px-1">
          {figure === null ? '' : format.number(figure)}
        </Td>
      ))}
      {isWide ? <td /> : null}
    </tr>
  )
}
