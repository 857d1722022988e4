'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { problemOf, useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { NumberInput } from '@/components/ui/number-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { focusUnreadable } from '@/components/ui/unreadable'
import type { CoverageDimension } from '@/server/domain/coverage/coverage.schema'
import type { CellView } from '@/server/domain/coverage/coverage-picture.schema'
import { mostWanted, targetContent } from '@/server/domain/coverage/target.schema'

export type TargetTask = 'numbers' | 'reason'
type Reach = 'cell' | 'row' | 'column'

interface Props {
  task: TargetTask
  target: NonNullable<CellView['target']>
  dimension: CoverageDimension
  place: { row: string; column: string }
  words: CoverageWords
  onDone: (isSaved: boolean) => void
}

/** Says what a cell, or all of its row or column, has to reach, or why it does not apply. */
export function TargetForm({ task, target, dimension, place, words, onDone }: Props) {
  const text = useText('coverage.target')
  const problemText = useProblemText()
  const messages = useText()
  const language = useLanguage()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug } = useWorkspace()
  const [min, setMin] = useState<number | null>(target.numbers?.min ?? 1)
  const [ideal, setIdeal] = useState<number | null>(target.numbers?.ideal ?? 3)
  const [max, setMax] = useState<number | null>(target.numbers?.max ?? null)
  const [reason, setReason] = useState(target.reason ?? '')
  const [reach, setReach] = useState<Reach>('cell')
  const [fault, setFault] = useState<string | null>(null)

  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    field?.focus()
    field?.select()
  }, [])

  const save = useMutation(
    trpc.targets.set.mutationOptions({
      onSuccess: ({ changeSet }) => {
        tell(
          text('saved', {
            place: words.placeName({ row: reach === 'column' ? null : place.row, column: reach === 'row' ? null : place.column }),
          }),
          changeSet,
        )
        onDone(true)
        return queries.invalidateQueries()
      },
      // Somebody else was first: what stands there now is fetched, and saving again takes its place.
      onError: (error) =>
        problemOf(error)?.code === 'conflict' ? queries.invalidateQueries(trpc.coverage.cell.pathFilter()) : undefined,
    }),
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (focusUnreadable(form.current)) return
    const content = targetContent.safeParse(
      task === 'reason'
        ? { numbers: null, reason }
        : { numbers: min === null && ideal === null ? null : { min: min ?? 0, ideal: ideal ?? min ?? 0, max }, reason: null },
    )
    if (!content.success) {
      setFault(task === 'reason' ? 'targets.problem.reasonMissing' : 'targets.problem.outOfOrder')
      return
    }
    setFault(null)
    save.mutate({
      workspace: slug,
      dimension,
      phase: reach === 'column' ? '' : place.row,
      value: reach === 'row' ? '' : place.column,
      revision: target.stored[reach]?.revision ?? null,
      content: content.data,
    })
  }
  const reaches: readonly Reach[] = ['cell', 'row', 'column']
  const faultText = fault === null ? undefined : messages(fault as Parameters<typeof messages>[0])

  return (
    <form
      ref={form}
      data-takes-keys
      noValidate
      onSubmit={submit}
      className="flex flex-col gap-4 rounded-md border border-line-2 p-3.5"
    >
      <h3>{text(task)}</h3>
      {task === 'numbers' ? (
        <div>
          <div className="flex flex-wrap gap-3">
            <NumberInput label={text('min')} locale={language} min={0} max={mostWanted} value={min} onValueChange={setMin} />
            <NumberInput
              label={text('ideal')}
              locale={language}
              min={0}
              max={mostWanted}
              value={ideal}
              onValueChange={setIdeal}
            />
            <NumberInput
              label={text('max')}
              locale={language}
              min={0}
              max={mostWanted}
              value={max}
              onValueChange={setMax}
              placeholder={text('noMax')}
            />
          </div>
          {faultText ? (
            <p role="alert" className="mt-1 text-xs font-medium text-danger">
              {faultText}
            </p>
          ) : (
            <p className="mt-1 text-xs text-ink-3">{text('numbersHelp')}</p>
          )}
        </div>
      ) : (
        <TextArea label={text('reasonLabel')} required rows={2} value={reason} onValueChange={setReason} error={faultText} />
      )}
      <RadioGroup<Reach>
        label={text('reach')}
        value={reach}
        onValueChange={setReach}
        options={reaches.map((value) => ({
          value,
          label: text(`reaches.${value}`, { row: words.rowName(place.row), column: words.columnName(place.column) }),
        }))}
      />
      {save.error ? <Notice tone="error">{problemText(save.error)}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={save.isPending}>
          {text('save')}
        </Button>
        <Button onClick={() => onDone(false)}>{text('cancel')}</Button>
      </div>
    </form>
  )
}
