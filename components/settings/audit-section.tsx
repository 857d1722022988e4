'use client'

import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { AuditRow } from '@/components/settings/audit-row'
import { auditSubjects } from '@/components/settings/audit-subjects'
import { SettingsSection } from '@/components/settings/settings-frame'
import { deliberate } from '@/components/shell/url-state'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'

const everybody = 'all'
const perPage = 40

/** Who did what, newest first; what is younger than a day can be taken back here. */
export function AuditSection() {
  const text = useText('settings.audit')
  const format = useFormatter()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { slug } = useWorkspace()
  const [{ actor, subject }, setFilter] = useQueryStates(
    { actor: parseAsString, subject: parseAsStringLiteral(auditSubjects) },
    deliberate,
  )
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const input = { workspace: slug, limit: perPage, actor: actor ?? undefined, subject: subject ?? undefined }
  const history = useInfiniteQuery({
    queryKey: [...trpc.history.recent.queryKey(input), 'pages'],
    queryFn: ({ pageParam }) => client.history.recent.query({ ...input, beforeSeq: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ nextBeforeSeq }) => nextBeforeSeq ?? undefined,
  })
  const entries = (history.data?.pages ?? []).flatMap((page) => page.entries)
  const dayOf = (at: Date) => format.dateTime(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const days = [...Map.groupBy(entries, ({ at }) => dayOf(at))]
  return (
    <SettingsSection title={text('title')} lead={text('lead')}>
      <div className="mb-5 flex flex-wrap gap-3">
        <Select
          label={text('who')}
          labelHidden
          look="button"
          prefix={text('whoPrefix')}
          value={actor ?? everybody}
          onValueChange={(value) => void setFilter({ actor: value === everybody ? null : value })}
          items={[
            { value: everybody, label: text('everybody') },
            ...members.map(({ userId, name }) => ({ value: `user:${userId}`, label: name })),
          ]}
        />
        <Select
          label={text('what')}
          labelHidden
          look="button"
          prefix={text('whatPrefix')}
          value={subject ?? everybody}
          onValueChange={(value) => void setFilter({ subject: value === everybody ? null : value })}
          items={[
            { value: everybody, label: text('everything') },
            ...auditSubjects.map((value) => ({ value, label: text(`kind.${value}`) })),
          ]}
        />
      </div>
      {history.error ? <Notice tone="error">{problemText(history.error)}</Notice> : null}
      {history.isPending ? <Skeleton className="h-64" /> : null}
      {history.data && entries.length === 0 ? <EmptyState title={text('empty')} level={3} /> : null}
      {days.map(([day, list]) => (
        <section key={day} className="mb-6">
          <h3 className="mb-1 text-ink-2">{day}</h3>
          <ul className="border-t">
            {list.map((entry) => (
              <AuditRow key={entry.changeSet} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {history.hasNextPage ? (
        <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {text('more')}
        </Button>
      ) : null}
    </SettingsSection>
  )
}
