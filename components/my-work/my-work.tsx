'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { parseAsString, useQueryState } from 'nuqs'
import { useId } from 'react'
import { useText } from '@/components/i18n/use-text'
import { PersonSelect } from '@/components/my-work/person-select'
import { WorkRow } from '@/components/my-work/work-row'
import { Page } from '@/components/shell/page'
import { deliberate } from '@/components/shell/url-state'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton, TextLink } from '@/components/ui/link-button'
import type { WorkList } from '@/server/domain/my-work/work.schema'

/** Everything that is due for one person across campaigns, by day. */
export function MyWork() {
  const text = useText('my-work')
  const trpc = useTRPC()
  const { base, slug, can } = useWorkspace()
  const [person, setPerson] = useQueryState('person', parseAsString.withOptions(deliberate))
  const mayLook = can('work.readOthers')
  const userId = mayLook ? person : null
  const { data: work } = useSuspenseQuery(trpc.myWork.list.queryOptions({ workspace: slug, userId }))
  const of = (section: string) => work.sections.find((one) => one.section === section)?.count ?? 0
  const full = work.sections.filter(({ count }) => count > 0)
  return (
    <Page
      title={userId === null ? text('title') : text('titleOf', { name: work.person.name })}
      width="table"
      lead={work.total === 0 ? text('leadNone') : text('lead', { overdue: of('overdue'), today: of('today') })}
      actions={mayLook ? <PersonSelect value={userId} onValueChange={(next) => void setPerson(next)} /> : null}
    >
      {full.length === 0 ? (
        <EmptyState title={text('empty')} actions={<LinkButton href={`${base}/content`}>{text('emptyAction')}</LinkButton>}>
          {text('emptyText')}
        </EmptyState>
      ) : null}
      {full.map((section) => (
        <Section key={section.section} {...section} today={work.today} more={`${base}/content?owner=${userId ?? 'me'}`} />
      ))}
    </Page>
  )
}

function Section({ section, count, entries, today, more }: WorkList['sections'][number] & { today: string; more: string }) {
  const text = useText('my-work')
  const id = useId()
  const rest = count - entries.length
  return (
    <section aria-labelledby={id} className="mb-8">
      <h2 id={id} className="flex items-baseline gap-2">
        {text(`section.${section}`)} <span className="font-sans text-sm font-normal text-ink-3 tabular-nums">{count}</span>
      </h2>
      <ul className="mt-2 border-t">
        {entries.map((entry) => (
          <WorkRow key={`${entry.kind} ${entry.id}`} entry={entry} section={section} today={today} />
        ))}
      </ul>
      {rest > 0 ? (
        <p className="mt-2 text-sm text-ink-2">
          {text('more', { count: rest })} <TextLink href={more}>{text('moreLink')}</TextLink>
        </p>
      ) : null}
    </section>
  )
}
