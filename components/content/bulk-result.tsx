'use client'

import Link from 'next/link'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Notice } from '@/components/ui/notice'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { BulkResult } from '@/server/domain/content/bulk.schema'

interface Props {
  result: BulkResult
  /** The job gave up before the end; what was done stays done and can be undone. */
  hasStopped: boolean
}

/** What came of a bulk edit, item by item where something could not be changed. */
export function BulkResultView({ result, hasStopped }: Props) {
  const text = useText('bulk')
  const all = useText()
  const { base } = useWorkspace()
  return (
    <div className="flex flex-col gap-3">
      <Notice tone={hasStopped || result.failedCount > 0 ? 'warning' : 'success'} live>
        {text(hasStopped ? 'stopped' : 'result', { done: result.done, skipped: result.skipped, failed: result.failedCount })}
      </Notice>
      {result.voided > 0 ? <Notice tone="warning">{text('voided', { count: result.voided })}</Notice> : null}
      {result.failed.length > 0 ? (
        <ScrollRegion label={text('failures')}>
          <ul className="max-h-60 divide-y divide-line text-sm">
            {result.failed.map(({ id, title, messageKey, details }) => (
              <li key={id} className="py-1.5">
                <Link href={`${base}/content/${id}`} className="font-medium underline">
                  {title ?? text('gone')}
                </Link>
                <span className="block text-ink-2">{all(messageKey as never, details as never)}</span>
              </li>
            ))}
          </ul>
        </ScrollRegion>
      ) : null}
      {result.failedCount > result.failed.length ? (
        <p className="text-sm text-ink-2">{text('moreFailed', { count: result.failedCount - result.failed.length })}</p>
      ) : null}
    </div>
  )
}
