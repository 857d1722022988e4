'use client'

import { useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'

export function PhaseGoal({ phase }: { phase: string }) {
  const text = useText('journey')
  const localized = useLocalized()
  const { term } = useWorkspace()
  const goal = term('phase', phase)?.details.goal
  const words = goal ? localized(goal) : ''
  return words === '' ? <p className="text-ink-3">{text('noGoal')}</p> : <p className="text-ink-2 text-pretty">{words}</p>
}
