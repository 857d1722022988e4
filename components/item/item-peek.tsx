'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { type ReactNode, useRef } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { MarkdownView } from '@/components/item/markdown-view'
import { useValueWords } from '@/components/item/use-value-words'
import { StillValid } from '@/components/shell/still-valid'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'
import { StatusDot } from '@/components/ui/status-dot'
import { Tag } from '@/components/ui/tag'
import { mayEditItem } from '@/server/domain/access/access.rules'
import type { Item } from '@/server/domain/content/item.schema'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import { tagDimensions } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  id: string
  onClose: () => void
  /** The cells of the heatmap in which it stands; another feature's, given by the page. */
  whereItCounts?: ReactNode
  /** Whoever opened it goes on reading in it; else the focus stays in the list. */
  takesFocus?: boolean
}

/** An item in a panel beside a list: enough to know whether it is the one. */
export function ItemPeek({ id, onClose, whereItCounts, takesFocus = false }: Props) {
  const text = useText('item')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug, base, nameOf, actor, timeZone } = useWorkspace()
  const open = useRef<HTMLAnchorElement>(null)
  const { data: item, error } = useQuery(trpc.content.get.queryOptions({ workspace: slug, id }))
  return (
    <Panel
      open
      keepFocus={!takesFocus}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={<span lang={item?.locale ?? undefined}>{item?.title ?? text(error ? 'gone' : 'loading')}</span>}
      crumb={item ? nameOf('type', item.type) : undefined}
      footer={
        item ? (
          <>
            {isOverdue(item, timeZone) && mayEditItem(actor, item) ? (
              <StillValid item={item} onDone={() => open.current?.focus()} />
            ) : null}
            <LinkButton ref={open} variant="primary" href={`${base}/content/${id}`}>
              {text('open')}
            </LinkButton>
          </>
        ) : undefined
      }
    >
      {error ? <Notice tone="error">{problemText(error)}</Notice> : null}
      {item ? <Glance item={item} whereItCounts={whereItCounts} /> : null}
      {item || error ? null : <SkeletonRows rows={5} label={text('loading')} />}
    </Panel>
  )
}

const dates = ['plannedFor', 'dueOn', 'publishAt', 'publishedAt', 'unpublishAt', 'reviewBy'] as const
/** As much of a text as shows what it is about. */
const shown = 1_200

function Glance({ item, whereItCounts }: { item: Item; whereItCounts: ReactNode }) {
  const text = useText('item')
  const { base, nameOf, term, timeZone } = useWorkspace()
  const { fieldName, valueWords } = useValueWords(item.type)
  const rows = [
    ...(item.purpose === null ? [] : ['purpose' as const]),
    ...(item.ownerId === null ? [] : ['ownerId' as const]),
    ...(item.locale === null ? [] : ['locale' as const]),
    ...dates.filter((name) => item[name] !== null),
  ]
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <StatusDot progress={item.status} label={nameOf('step', item.step)} />
        {item.deletedAt === null ? null : <Badge tone="danger">{text('inTrash')}</Badge>}
        {isOverdue(item, timeZone) ? <Badge tone="warning">{text('stale')}</Badge> : null}
      </div>
      {item.url === null ? null : (
        <a href={item.url} target="_blank" rel="noopener noreferrer" className="text-sm break-all text-accent underline">
          {item.url}
        </a>
      )}
      <dl className="flex flex-col gap-1.5 text-sm">
        {tagDimensions.map((dimension) =>
          item.tags[dimension].length === 0 ? null : (
            <div key={dimension} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
              <dt className="text-ink-3">{text(`field.${dimension}`)}</dt>
              <dd className="flex min-w-0 flex-wrap gap-1">
                {item.tags[dimension].map((key) => {
                  const details = term(dimension, key)?.details
                  const tag = (
                    <Tag key={key} {...(details && 'letter' in details ? { letter: details.letter } : {})}>
                      {nameOf(dimension, key)}
                    </Tag>
                  )
                  if (dimension !== 'campaign' || !details) return tag
                  return (
                    <Link key={key} prefetch={false} href={`${base}/campaigns/${key}`} className="min-w-0 hover:underline">
                      {tag}
                    </Link>
                  )
                })}
              </dd>
            </div>
          ),
        )}
        {rows.map((name) => (
          <div key={name} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
            <dt className="text-ink-3">{fieldName(name)}</dt>
            <dd className="min-w-0">{valueWords(name, item[name])}</dd>
          </div>
        ))}
      </dl>
      {item.body.trim() === '' ? null : (
        <section className="border-t pt-3">
          <h3 className="sr-only">{text('editor.label')}</h3>
          <MarkdownView markdown={beginningOf(item.body)} lang={item.locale ?? undefined} />
        </section>
      )}
      {whereItCounts ? (
        <section className="border-t pt-3">
          <h3 className="mb-1">{text('whereItCounts')}</h3>
          {whereItCounts}
        </section>
      ) : null}
    </div>
  )
}

const isOverdue = ({ reviewBy, status, deletedAt }: Item, timeZone: string) =>
  reviewBy !== null && reviewBy < localDayOf(Date.now(), timeZone) && status === 'published' && deletedAt === null

/** Cut between paragraphs, so that no mark is torn apart. */
function beginningOf(body: string): string {
  if (body.length <= shown) return body
  const cut = body.lastIndexOf('\n\n', shown)
  return `${body.slice(0, cut > 200 ? cut : shown)}\n\n…`
}
