'use client'

import Link from 'next/link'
import { useId } from 'react'
import { ItemDays } from '@/components/campaigns/item-days'
import { itemsFilter } from '@/components/campaigns/items-question'
import { PhaseLetters } from '@/components/campaigns/phase-letters'
import { type DatedItem, useCampaignItems } from '@/components/campaigns/use-campaign-items'
import { useCampaignWords } from '@/components/campaigns/use-campaign-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { TextLink } from '@/components/ui/link-button'
import { SkeletonRows } from '@/components/ui/skeleton'
import { StatusDot } from '@/components/ui/status-dot'
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table'

const few = 200

/** Its content, by day. */
export function CampaignItems({ campaign }: { campaign: string }) {
  const text = useText('campaigns.items')
  const id = useId()
  const { base } = useWorkspace()
  const found = useCampaignItems(campaign)
  const table = `${base}/content?${itemsFilter(campaign)}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2">
        {text('title')}
      </h2>
      {found === undefined ? <SkeletonRows rows={5} label={text('title')} /> : null}
      {found?.total === 0 ? <p className="text-ink-2">{text('none')}</p> : null}
      {found && found.total > 0 ? (
        <>
          <ItemDays items={found.items} />
          <Table label={text('table')} className="mt-4">
            <thead>
              <tr>
                <Th>{text('name')}</Th>
                <Th className="hidden md:table-cell">{text('type')}</Th>
                <Th className="hidden sm:table-cell">{text('phase')}</Th>
                <Th>{text('status')}</Th>
                <Th className="hidden sm:table-cell">{text('date')}</Th>
              </tr>
            </thead>
            <tbody>
              {found.items.slice(0, few).map((dated) => (
                <ItemLine key={dated.item.id} {...dated} />
              ))}
            </tbody>
          </Table>
          {found.total > few ? (
            <p className="mt-2">
              <TextLink href={table}>{text('all', { count: found.total })}</TextLink>
            </p>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

function ItemLine({ item, day }: DatedItem) {
  const statusText = useText('filter.status')
  const words = useCampaignWords()
  const { base, nameOf } = useWorkspace()
  const date = day === null ? '' : words.dayOf(day)
  return (
    <Tr id={`item-${item.id}`} className="target:bg-accent-wash">
      <RowTh>
        <Link
          prefetch={false}
          href={`${base}/content/${item.id}`}
          lang={item.locale ?? undefined}
          className="wrap-anywhere hover:text-accent hover:underline"
        >
          {item.title}
        </Link>
        {date ? <span className="block text-xs font-normal text-ink-3 sm:hidden">{date}</span> : null}
      </RowTh>
      <Td className="hidden text-ink-2 md:table-cell">{nameOf('type', item.type)}</Td>
      <Td className="hidden sm:table-cell">{item.tags.phase.length > 0 ? <PhaseLetters phases={item.tags.phase} /> : null}</Td>
      <Td>
        <StatusDot progress={item.status} label={statusText(item.status)} />
      </Td>
      <Td className="hidden whitespace-nowrap text-ink-2 tabular-nums sm:table-cell">{date}</Td>
    </Tr>
  )
}
