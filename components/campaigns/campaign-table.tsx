'use client'

import Link from 'next/link'
import { CampaignDot } from '@/components/campaigns/campaign-colour'
import { CampaignHealth } from '@/components/campaigns/campaign-health'
import { PhaseLetters } from '@/components/campaigns/phase-letters'
import { datesOf } from '@/components/campaigns/timeline-rules'
import { useCampaignWords } from '@/components/campaigns/use-campaign-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { ScoreBar } from '@/components/ui/progress'
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table'
import type { CampaignRow } from '@/server/domain/campaigns/campaign.schema'
import { inFamilies } from '@/server/domain/campaigns/family.rules'

/** Campaigns one below the other, each behind the one it is part of. On a phone state and dates stand under the name. */
export function CampaignTable({ rows, label }: { rows: readonly CampaignRow[]; label: string }) {
  const text = useText('campaigns')
  return (
    <Table label={label} className="table-fixed">
      <thead>
        <tr>
          <Th className="w-auto">{text('column.name')}</Th>
          <Th className="hidden w-26 lg:table-cell">{text('column.state')}</Th>
          <Th className="w-34 sm:w-38">{text('column.health')}</Th>
          <Th className="hidden w-54 md:table-cell">{text('column.dates')}</Th>
          <Th className="hidden w-32 xl:table-cell">{text('column.owner')}</Th>
          <Th className="hidden w-36 lg:table-cell">{text('column.phases')}</Th>
          <Th className="hidden w-32 sm:table-cell">{text('column.progress')}</Th>
        </tr>
      </thead>
      <tbody>
        {inFamilies(rows).map(({ row, depth }) => (
          <CampaignLine key={row.key} row={row} depth={depth} />
        ))}
      </tbody>
    </Table>
  )
}

/** Deeper than this is not told apart: names need the room. */
const deepest = 4

function CampaignLine({ row, depth }: { row: CampaignRow; depth: number }) {
  const text = useText('campaigns')
  const words = useCampaignWords()
  const { base, nameOf, term } = useWorkspace()
  const { details, progress, proposed } = row
  const dates = words.datesOf(datesOf(row))
  const { parent } = details
  const partOf = parent !== null && term('campaign', parent) ? text('partOf', { name: nameOf('campaign', parent) }) : null
  return (
    <Tr>
      <RowTh>
        <span className="flex items-baseline gap-2.25" style={{ paddingInlineStart: `${Math.min(depth, deepest) * 1.25}rem` }}>
          <CampaignDot hue={details.hue} />
          <span className="min-w-0">
            <Link
              prefetch={false}
              href={`${base}/campaigns/${row.key}`}
              className="wrap-anywhere hover:text-accent hover:underline"
            >
              {nameOf('campaign', row.key)}
            </Link>
            {partOf === null ? null : depth > 0 ? (
              <span className="sr-only">, {partOf}</span>
            ) : (
              <span className="block text-xs font-normal text-ink-3">{partOf}</span>
            )}
            <span className="block text-xs font-normal text-ink-3 lg:hidden">
              {text(`state.${details.state}`)}
              <span className="md:hidden"> · {dates}</span>
            </span>
            <span className="block text-xs font-normal text-ink-3 sm:hidden">{words.progressOf(progress)}</span>
          </span>
        </span>
      </RowTh>
      <Td className="hidden text-ink-2 lg:table-cell">{text(`state.${details.state}`)}</Td>
      <Td>{proposed ? <CampaignHealth health={details.health?.value ?? proposed} /> : null}</Td>
      <Td className="hidden text-sm whitespace-nowrap text-ink-2 tabular-nums md:table-cell">{dates}</Td>
      <Td className="hidden text-ink-2 xl:table-cell">{row.ownerName ?? <span className="text-ink-3">{text('nobody')}</span>}</Td>
      <Td className="hidden lg:table-cell">
        <PhaseLetters phases={row.phases} />
      </Td>
      <Td className="hidden sm:table-cell">
        <span className="flex flex-col gap-1">
          <span className="tabular-nums">{words.progressOf(progress)}</span>
          {progress.wanted > 0 ? <ScoreBar value={progress.reached / progress.wanted} className="w-24" /> : null}
        </span>
      </Td>
    </Tr>
  )
}
