'use client'

import { useQuery } from '@tanstack/react-query'
import { useText } from '@/components/i18n/use-text'
import { textOf } from '@/components/item/form-values'
import { stepItemOfForm } from '@/components/item/step-seen'
import { useItemChoices } from '@/components/item/use-item-choices'
import type { ItemForm } from '@/components/item/use-item-form'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Select } from '@/components/ui/select'
import { isForType, stepRefusals } from '@/server/domain/workflow/workflow.rules'

/** Where the item stands, among the steps of its type. One that it may not take now says why. */
export function StepField({ form, disabled }: { form: ItemForm; disabled: boolean }) {
  const text = useText('item')
  const all = useText()
  const trpc = useTRPC()
  const choices = useItemChoices()
  const { slug, actor, can, term, vocabulary } = useWorkspace()
  const { values, set, errorOf, item } = form
  const { data: state } = useQuery(
    trpc.workflow.state.queryOptions({ workspace: slug, id: item?.id ?? '' }, { enabled: item !== null }),
  )
  const isLive = (step: string) => term('step', step)?.details.kind === 'published'
  const current = textOf(values.step)
  const isOffered = (key: string) => {
    const step = term('step', key)
    return !step || isForType(step, textOf(values.type))
  }
  const reasonAgainst = (key: string): string | null => {
    const step = term('step', key)
    if (!step || key === item?.step) return null
    const [refusal] = stepRefusals(actor, stepItemOfForm(values, item, state, step), step, vocabulary)
    if (refusal) return all(refusal.messageKey as never, refusal.details as never)
    return item && isLive(item.step) && !can('item.publish') ? all('workflow.refusal.publish') : null
  }
  const steps = choices
    .termsWith('step', current)
    .filter(({ value }) => value === current || isOffered(value))
    .map((option) => {
      const reason = reasonAgainst(option.value)
      return reason === null ? option : { ...option, disabled: option.value !== current, description: reason }
    })
  return (
    <Select
      label={text('field.step')}
      name="step"
      disabled={disabled}
      items={steps}
      value={current || null}
      onValueChange={(next) => set('step', next)}
      error={errorOf('step')}
    />
  )
}
