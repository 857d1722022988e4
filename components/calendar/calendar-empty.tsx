'use client'

import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'

/** Nothing to lay onto days, with the one thing to do about it. The empty days stay: on them one can begin. */
export function CalendarEmpty({ conditions, onClear }: { conditions: number; onClear: () => void }) {
  const text = useText('calendar.empty')
  const { base, can } = useWorkspace()
  if (conditions > 0)
    return (
      <Notice
        className="mb-3"
        title={text('noMatch', { count: conditions })}
        actions={<Button onClick={onClear}>{text('clear')}</Button>}
      >
        {text('noMatchHint')}
      </Notice>
    )
  return (
    <Notice
      className="mb-3"
      title={text('nothing')}
      actions={can('import.run') ? <LinkButton href={`${base}/import`}>{text('import')}</LinkButton> : undefined}
    >
      {can('item.create') ? text('nothingHint') : null}
    </Notice>
  )
}
