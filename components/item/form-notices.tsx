'use client'

import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { textOf } from '@/components/item/form-values'
import type { ItemForm } from '@/components/item/use-item-form'
import { useValueWords } from '@/components/item/use-value-words'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'

/** What has to be said about the form as a whole, above it. */
export function FormNotices({ form }: { form: ItemForm }) {
  const text = useText('item')
  const format = useFormatter()
  const problemText = useProblemText()
  const { fieldName } = useValueWords(textOf(form.values.type))
  const { restored, hasChanges, failure, merged, errors, attempt } = form
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {restored && hasChanges ? (
        <Notice
          live
          actions={
            <>
              <Button size="sm" onClick={form.closeRestored}>
                {text('restored.keep')}
              </Button>
              <Button size="sm" onClick={form.discard}>
                {text('restored.discard')}
              </Button>
            </>
          }
        >
          {text('restored.text', { time: format.dateTime(restored, { dateStyle: 'medium', timeStyle: 'short' }) })}
        </Notice>
      ) : null}
      {merged.fields.length > 0 || merged.isHeldBack ? (
        <Notice
          live
          tone={merged.isHeldBack ? 'warning' : 'info'}
          actions={
            <Button size="sm" onClick={form.closeMerged}>
              {text('merged.close')}
            </Button>
          }
        >
          {text(merged.isHeldBack ? 'merged.heldBack' : 'merged.text', { fields: merged.fields.map(fieldName).join(', ') })}
        </Notice>
      ) : null}
      {failure ? (
        <Notice
          tone="error"
          title={text('notSaved')}
          actions={
            <Button size="sm" loading={form.isSaving} onClick={() => void form.save()}>
              {text('again')}
            </Button>
          }
        >
          {problemText(failure)}
        </Notice>
      ) : null}
      <ErrorSummary
        title={text('faults', { count: errors.length })}
        attempt={attempt}
        errors={errors.map(({ name, message }) => ({ name, message: `${fieldName(name)}: ${message}` }))}
      />
    </div>
  )
}
