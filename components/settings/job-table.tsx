'use client'

import { useFormatter, useText } from '@/components/i18n/use-text'
import { useJobName } from '@/components/settings/use-job-name'
import { Badge } from '@/components/ui/badge'
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table'
import type { JobKind } from '@/server/domain/jobs/job.schema'

/** One line for each kind of work. */
export function JobTable({ kinds }: { kinds: readonly JobKind[] }) {
  const text = useText('jobs')
  const format = useFormatter()
  const nameOf = useJobName()
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  const took = (ms: number) =>
    ms < 1000 ? text('milliseconds', { ms }) : text('seconds', { seconds: Math.round(ms / 100) / 10 })
  return (
    <Table label={text('title')} stacks>
      <thead>
        <tr>
          <Th>{text('kind')}</Th>
          <Th>{text('state')}</Th>
          <Th>{text('last')}</Th>
          <Th isNumber>{text('took')}</Th>
          <Th>{text('next')}</Th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ name, lastRun, isRunning, nextAt, givenUp }) => (
          <Tr key={name}>
            <RowTh>{nameOf(name)}</RowTh>
            <Td>
              <span className="flex flex-wrap gap-1">
                {isRunning ? <Badge>{text('running')}</Badge> : null}
                {lastRun ? (
                  <Badge tone={lastRun.error === null ? 'plain' : 'warning'}>
                    {text(lastRun.error === null ? 'fine' : 'failed')}
                  </Badge>
                ) : null}
                {givenUp > 0 ? <Badge tone="danger">{text('givenUp', { count: givenUp })}</Badge> : null}
              </span>
            </Td>
            <Td data-label={text('last')} className="whitespace-nowrap">
              {lastRun ? moment(lastRun.startedAt) : text('never')}
            </Td>
            <Td data-label={text('took')} isNumber>
              {lastRun ? took(lastRun.tookMs) : ''}
            </Td>
            <Td data-label={text('next')} className="whitespace-nowrap">
              {nextAt ? moment(nextAt) : text('none')}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
