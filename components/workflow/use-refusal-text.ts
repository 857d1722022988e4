'use client'

import { useText } from '@/components/i18n/use-text'
import type { StepRefusal } from '@/server/domain/workflow/workflow.rules'

/** Why an item may not go into a step, as a sentence that says what to do. */
export function useRefusalText(): (refusal: StepRefusal) => string {
  const text = useText()
  return ({ messageKey, details }) => text(messageKey as never, details as never)
}
