'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { JobTable } from '@/components/settings/job-table'
import { SettingsSection } from '@/components/settings/settings-frame'
import { useJobName } from '@/components/settings/use-job-name'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { showError, showSuccess } from '@/components/ui/toast'
import type { TroubledJob } from '@/server/domain/jobs/job.schema'

const lookAgainMs = 10_000

/** What the program does by itself: when last, when next, what went wrong, and what to do about it. */
export function JobsSection() {
  const text = useText('jobs')
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.jobs.overview.queryOptions({ workspace: slug }, { refetchInterval: lookAgainMs }))
  return (
    <SettingsSection title={text('title')} lead={text('lead')}>
      {data.kinds.length === 0 ? <EmptyState title={text('empty')} level={3} /> : <JobTable kinds={data.kinds} />}
      <HeldUp />
      <section className="mt-8">
        <h3>{text('troubled')}</h3>
        {data.troubled.length === 0 ? (
          <p className="mt-1 text-ink-2">{text('noTrouble')}</p>
        ) : (
          <ul className="mt-2 border-t">
            {data.troubled.map((job) => (
              <Troubled key={job.id} job={job} />
            ))}
          </ul>
        )}
      </section>
    </SettingsSection>
  )
}

/** Items that were due and could not go live or leave. */
function HeldUp() {
  const text = useText('jobs')
  const words = useText()
  const format = useFormatter()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug, base, can, timeZone } = useWorkspace()
  const { data: failures } = useSuspenseQuery(
    trpc.publication.failures.queryOptions({ workspace: slug }, { refetchInterval: lookAgainMs }),
  )
  const retry = useMutation(
    trpc.publication.retry.mutationOptions({
      onSuccess: () => showSuccess(text('asked')),
      onError: (error) => showError(problemText(error)),
      onSettled: () => queries.invalidateQueries(trpc.publication.pathFilter()),
    }),
  )
  if (failures.length === 0) return null
  return (
    <section className="mt-8">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="me-auto min-w-0 max-w-140">
          <h3>{text('heldUp')}</h3>
          <p className="mt-1 text-ink-2">{text('heldUpLead')}</p>
        </div>
        {can('item.publish') ? (
          <Button loading={retry.isPending} onClick={() => retry.mutate({ workspace: slug })}>
            {text('tryAll')}
          </Button>
        ) : null}
      </div>
      <ul className="mt-2 border-t">
        {failures.map(({ itemId, act, title, dueAt, messageKey, details }) => (
          <li key={`${itemId} ${act}`} className="border-b py-2">
            <Link prefetch={false} href={`${base}/content/${itemId}`} className="font-medium underline">
              {text('heldUpOne', { title, at: format.dateTime(dueAt, { timeZone, dateStyle: 'medium', timeStyle: 'short' }) })}
            </Link>
            <span className="block text-ink-2">{words(messageKey as never, details as never)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Troubled({ job: { id, name, attempts, error, retryAt } }: { job: TroubledJob }) {
  const text = useText('jobs')
  const format = useFormatter()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const nameOf = useJobName()
  const { slug, can } = useWorkspace()
  const again = useMutation(
    trpc.jobs.runAgain.mutationOptions({
      onSuccess: () => showSuccess(text('runsAgain')),
      onError: (problem) => showError(problemText(problem)),
      onSettled: () => queries.invalidateQueries(trpc.jobs.pathFilter()),
    }),
  )
  const next = retryAt
    ? text('retry', { at: format.dateTime(retryAt, { dateStyle: 'medium', timeStyle: 'short' }) })
    : text('gone')
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b py-2">
      <div className="min-w-0 flex-1">
        <p>
          {nameOf(name)} <span className="text-ink-3">{[text('attempts', { count: attempts }), next].join(' · ')}</span>
        </p>
        <p lang="en" className="text-ink-2 wrap-anywhere">
          {error}
        </p>
      </div>
      {can('job.run') ? (
        <Button size="sm" loading={again.isPending} onClick={() => again.mutate({ workspace: slug, id })}>
          {text('runAgain')}
        </Button>
      ) : null}
    </li>
  )
}
