'use client'

import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import type { GapPart } from '@/server/domain/gaps/gap-list.schema'

interface Props {
  gap: GapPart
  title: string
  /** The button goes with its gap; `panel` is what it stood in. */
  onPlan: (panel: Element | null) => void
}

/** Plans a gap at once, and says before how many items that makes. */
export function PlanButton({ gap: { plans }, title, onPlan }: Props) {
  const text = useText('gaps.action')
  if (plans === 0) return null
  return (
    <Button
      size="sm"
      aria-label={text('planOf', { title, count: plans })}
      onClick={({ currentTarget }) => onPlan(currentTarget.closest('[data-panel]'))}
    >
      {text('plan', { count: plans })}
    </Button>
  )
}
