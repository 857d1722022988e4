'use client'

import { useText } from '@/components/i18n/use-text'
import { textOf } from '@/components/item/form-values'
import { useItemChoices } from '@/components/item/use-item-choices'
import type { ItemForm } from '@/components/item/use-item-form'
import { useWorkspace } from '@/components/shell/workspace'
import { Select } from '@/components/ui/select'
import { isForType } from '@/server/domain/workflow/workflow.rules'

/** Where the item stands, among the steps of its type; going live and leaving are for those who may publish. */
export function StepField({ form, disabled }: { form: ItemForm; disabled: boolean }) {
  const text = useText('item')
  const choices = useItemChoices()
  const { can, term } = useWorkspace()
  const { values, set, errorOf } = form
  const mayPublish = can('item.publish')
  const isLive = (step: string) => term('step', step)?.details.kind === 'published'
  const current = textOf(values.step)
  const isOffered = (key: string) => {
    const step = term('step', key)
    return !step || isForType(step, textOf(values.type))
  }
  const steps = choices
    .termsWith('step', current)
    .filter(({ value }) => value === current || isOffered(value))
    .map((option) =>
      mayPublish || option.value === current || isLive(option.value) === isLive(form.item?.step ?? '')
        ? option
        : { ...option, disabled: true },
    )
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
