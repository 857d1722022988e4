'use client'

import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useLanguage, useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Severity } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link-button'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import type { OpenedGap, TouchedGap } from '@/server/domain/campaigns/campaign.schema'
import { ruleDefinition } from '@/server/presets/rules'

/** What it has closed, what would be closed if all of it were live, and what would not. */
export function CampaignGaps({ campaign }: { campaign: string }) {
  const text = useText('campaigns.gaps')
  const id = useId()
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data } = useQuery(trpc.campaigns.gaps.queryOptions({ workspace: slug, key: campaign }))
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{text('title')}</h2>
      {data ? (
        <div className="mt-2 grid gap-x-8 gap-y-6 md:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
          {data.closed.length > 0 ? (
            <GapColumn title={text('closed', { count: data.closed.length })} lead={text('closedLead')} gaps={data.closed} />
          ) : null}
          <GapColumn
            title={text('closes', { count: data.closes.length })}
            lead={text(data.closes.length === 0 ? 'closesNone' : 'closesLead')}
            gaps={data.closes}
          />
          <GapColumn
            title={text('stays', { count: data.stays.length })}
            lead={data.stays.length === 0 ? text('staysNone') : undefined}
            gaps={data.stays}
          />
          {data.opens.length > 0 ? <OpenedGaps gaps={data.opens} /> : null}
        </div>
      ) : (
        <SkeletonRows rows={4} label={text('title')} />
      )}
    </section>
  )
}

const few = 6
const levels = { must: 'must', should: 'should', info: 'could' } as const

function GapColumn({ title, lead, gaps }: { title: string; lead: string | undefined; gaps: readonly TouchedGap[] }) {
  const text = useText('campaigns.gaps')
  const severityText = useText('gaps.severity')
  const { base, term, nameOf } = useWorkspace()
  const titleOf = useGapTitle()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? gaps : gaps.slice(0, few)
  return (
    <div className="min-w-0">
      <h3 className="border-b border-line-2 pb-1.5 text-base">{title}</h3>
      {lead === undefined ? null : <p className="py-2 text-sm text-ink-2">{lead}</p>}
      <ul>
        {shown.map((gap) => (
          <li key={gap.id} className="grid grid-cols-[3.75rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-b py-2">
            <Severity level={levels[gap.severity]}>{severityText(gap.severity)}</Severity>
            <TextLink
              prefetch={false}
              href={`${base}/gaps?gap=${encodeURIComponent(gap.id)}`}
              className="min-h-6 text-ink no-underline hover:text-accent"
            >
              {titleOf(gap)}
            </TextLink>
            {gap.phase === null ? null : (
              <Tag letter={term('phase', gap.phase)?.details.letter ?? ''}>{nameOf('phase', gap.phase)}</Tag>
            )}
          </li>
        ))}
      </ul>
      {gaps.length > few ? (
        <Button variant="quiet" size="sm" className="mt-1" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? text('fewer') : text('all', { count: gaps.length })}
        </Button>
      ) : null}
    </div>
  )
}

/** What is not there yet has no page of its own: it says why it would come, and which item would bring it. */
function OpenedGaps({ gaps }: { gaps: readonly OpenedGap[] }) {
  const text = useText('campaigns.gaps')
  const severityText = useText('gaps.severity')
  const localized = useLocalized()
  const { base } = useWorkspace()
  const titleOf = useGapTitle()
  return (
    <div className="min-w-0 md:col-span-2 lg:col-span-1 xl:col-span-2">
      <h3 className="border-b border-line-2 pb-1.5 text-base">{text('opens', { count: gaps.length })}</h3>
      <p className="py-2 text-sm text-ink-2">{text('opensLead')}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.id} className="grid grid-cols-[3.75rem_minmax(0,1fr)] items-baseline gap-x-2 border-b py-2">
            <Severity level={levels[gap.severity]}>{severityText(gap.severity)}</Severity>
            <div className="min-w-0">
              <p>
                {titleOf(gap)}
                {gap.item ? (
                  <>
                    {': '}
                    <TextLink prefetch={false} href={`${base}/content/${gap.item.id}`}>
                      {gap.item.title}
                    </TextLink>
                  </>
                ) : null}
              </p>
              <p className="text-sm text-ink-2 text-pretty">{localized(ruleDefinition(gap.rule).explanation)}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useGapTitle() {
  const localized = useLocalized()
  const language = useLanguage()
  const { nameOf } = useWorkspace()
  return ({ rule, channel, topic, question }: TouchedGap) => {
    const name = localized(ruleDefinition(rule).name)
    const about = [
      channel && nameOf('channel', channel),
      topic && nameOf('topic', topic),
      question && nameOf('question', question),
    ].filter((part) => part !== null)
    return about.length === 0 ? name : `${name}: ${new Intl.ListFormat(language).format(about)}`
  }
}
