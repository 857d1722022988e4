import { X } from 'lucide-react'
import { useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import { useWorkspace } from '@/components/shell/workspace'
import { Button, IconButton } from '@/components/ui/button'
import { SelectionBar } from '@/components/ui/selection-bar'
import type { FindingState } from '@/server/domain/gaps/gap.schema'

interface Props {
  count: number
  state: FindingState
  isAll: boolean
  onAll: () => void
  onClear: () => void
  onPlan: () => void
  onAssign: () => void
  onWaive: () => void
  onUnwaive: () => void
}

/** What can be done with the selected gaps. */
export function GapBulkBar({ count, state, isAll, onAll, onClear, onPlan, onAssign, onWaive, onUnwaive }: Props) {
  const text = useText('gaps')
  const written = useWritten()
  const { can } = useWorkspace()
  return (
    <SelectionBar
      label={text('bulk.label')}
      told={text('bulk.count', { count })}
      className="sticky bottom-16 z-10 mt-4 md:bottom-4"
    >
      {isAll ? null : (
        <button type="button" onClick={onAll} className="rounded-sm underline underline-offset-2">
          {text('bulk.all')}
        </button>
      )}
      <span className="ms-auto flex flex-wrap items-center gap-2">
        {state === 'open' || state === 'waived' ? (
          <Button
            variant="bar"
            shortcut={written('gapPlan')}
            disabledReason={can('gap.plan') ? undefined : text('action.editorsOnly')}
            onClick={onPlan}
          >
            {text('action.planAll')}
          </Button>
        ) : null}
        {state === 'resolved' ? null : (
          <Button
            variant="bar"
            shortcut={written('gapAssign')}
            disabledReason={can('gap.assign') ? undefined : text('action.editorsOnly')}
            onClick={onAssign}
          >
            {text('action.assign')}
          </Button>
        )}
        {state === 'waived' ? (
          <Button variant="bar" disabledReason={can('gap.waive') ? undefined : text('action.leadsOnly')} onClick={onUnwaive}>
            {text('action.unwaive')}
          </Button>
        ) : state === 'resolved' ? null : (
          <Button
            variant="bar"
            shortcut={written('gapWaive')}
            disabledReason={can('gap.waive') ? undefined : text('action.leadsOnly')}
            onClick={onWaive}
          >
            {text('action.waive')}
          </Button>
        )}
        <IconButton variant="bar" icon={<X aria-hidden />} label={text('bulk.clear')} shortcut="Esc" onClick={onClear} />
      </span>
    </SelectionBar>
  )
}
