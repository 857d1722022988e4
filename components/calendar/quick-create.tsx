'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useMemo, useRef, useState } from 'react'
import { prefilled } from '@/components/calendar/prefill'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { FormDialog } from '@/components/ui/form-dialog'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { Axis } from '@/server/domain/calendar/calendar.schema'
import { usualTime } from '@/server/domain/calendar/move.rules'
import { instantOf } from '@/server/domain/exchange/zone.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'

interface Props {
  day: string
  axis: Exclude<Axis, 'published'>
  filter: Filter
  today: string
  onClose: () => void
}

/** A new item on a day: a title is enough. What the filter says of one thing only comes along. */
export function QuickCreate({ day: wanted, axis, filter, today, onClose }: Props) {
  const text = useText('calendar')
  const language = useLanguage()
  const days = useDayWords()
  const problemText = useProblemText()
  const written = useWritten()
  const tell = useUndoToast()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const router = useRouter()
  const { slug, base, locale, timeZone, vocabulary, nameOf, choices } = useWorkspace()
  const given = useMemo(() => prefilled(filter, vocabulary), [filter, vocabulary])
  const types = choices('type')
  const [title, setTitle] = useState('')
  const [type, setType] = useState(given.type ?? types[0]?.key ?? '')
  const [day, setDay] = useState<string | null>(wanted)
  const [error, setError] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const names = Object.entries(given.tags).flatMap(([dimension, keys]) => keys.map((key) => nameOf(dimension as 'phase', key)))

  async function submit(opens: boolean): Promise<void> {
    if (title.trim() === '' || day === null) {
      setError(text('create.needTitle'))
      field.current?.focus()
      return
    }
    setSaving(true)
    const planned = liveTerms(vocabulary, 'step').find(({ details }) => details.kind === 'planned')
    const item = {
      title: title.trim(),
      type,
      locale,
      tags: given.tags,
      ...(planned ? { step: planned.key } : {}),
      ...dateOn(axis, day, timeZone),
    }
    try {
      const made = await client.content.create.mutate({ workspace: slug, item })
      if (made.changeSet !== null) tell(text('told.created', { title: item.title, day: days.full(day) }), made.changeSet)
      onClose()
      await Promise.all([
        queries.invalidateQueries(trpc.calendar.pathFilter()),
        queries.invalidateQueries(trpc.content.pathFilter()),
      ])
      if (opens) router.push(`${base}/content/${made.item.id}`)
    } catch (failure) {
      setError(problemText(failure))
      setSaving(false)
    }
  }
  return (
    <FormDialog
      size="sm"
      title={text('create.title', { day: days.brief(day ?? wanted) })}
      action={text('create.save')}
      pending={isSaving}
      onSubmit={submit}
      onClose={onClose}
      extra={
        <Button variant="quiet" loading={isSaving} shortcut={written('submit')} onClick={() => void submit(true)}>
          {text('create.open')}
        </Button>
      }
    >
      <TextInput
        ref={field}
        label={text('create.name')}
        required
        maxLength={500}
        value={title}
        error={error}
        onValueChange={(next) => {
          setTitle(next)
          setError(undefined)
        }}
      />
      <Select
        label={text('create.type')}
        value={type}
        onValueChange={setType}
        items={types.map(({ key }) => ({ value: key, label: nameOf('type', key) }))}
      />
      <DateInput label={text('create.day')} locale={language} today={today} value={day} onValueChange={setDay} />
      {names.length > 0 ? <p className="text-sm text-ink-2">{text('create.with', { names: names.join(', ') })}</p> : null}
    </FormDialog>
  )
}

/** A scheduled item without a time of its own goes out at nine. */
function dateOn(axis: Exclude<Axis, 'published'>, day: string, zone: string) {
  if (axis === 'due') return { dueOn: day }
  return axis === 'scheduled' ? { publishAt: instantOf(day, zone, usualTime) } : { plannedFor: day }
}
