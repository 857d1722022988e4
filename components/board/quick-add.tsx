'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { valuesFor } from '@/components/board/moved-board'
import type { Layout } from '@/components/board/use-refusal'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { usePreference } from '@/components/shell/use-preference'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { BoardPlace } from '@/server/domain/board/board.schema'

interface Props {
  layout: Layout
  place: BoardPlace
  onClose: () => void
}

/** A new item by its title and type; it comes to stand on top of the place and stays the form for the next one. */
export function QuickAdd({ layout, place, onClose }: Props) {
  const text = useText('board.add')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const problemText = useProblemText()
  const { slug, optionsOf } = useWorkspace()
  const types = optionsOf('type')
  const [usual, setUsual] = usePreference<string>('board.type', types[0]?.value ?? '')
  const type = types.some(({ value }) => value === usual) ? usual : (types[0]?.value ?? '')
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const add = async () => {
    if (title.trim() === '') return setProblem(text('titleMissing'))
    setSaving(true)
    setProblem(null)
    try {
      const { item, changeSet } = await client.content.create.mutate({
        workspace: slug,
        item: { title: title.trim(), type, ...valuesFor(layout, place) },
      })
      setTitle('')
      if (changeSet) tell(text('done', { title: item.title }), changeSet)
      // Whoever adds on top expects it there; nothing is lost when that fails.
      const items = [{ id: item.id, revision: item.revision, from: place }]
      await client.board.move.mutate({ workspace: slug, ...layout, items, to: place, spot: { at: 'top' } }).catch(() => undefined)
      await Promise.all([trpc.board, trpc.content].map((part) => queries.invalidateQueries(part.pathFilter())))
    } catch (error) {
      setProblem(problemText(error))
    }
    setSaving(false)
    field.current?.focus()
  }

  return (
    <form
      noValidate
      data-takes-keys
      className="m-1 flex flex-col gap-2 rounded-md border border-control bg-sheet p-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSaving) void add()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <TextInput
        ref={field}
        autoFocus
        label={text('title')}
        labelHidden
        placeholder={text('title')}
        maxLength={500}
        value={title}
        onValueChange={setTitle}
        {...(problem === null ? {} : { error: problem })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={text('type')}
          labelHidden
          look="button"
          className="min-w-0 flex-1"
          items={types}
          value={type}
          onValueChange={setUsual}
        />
        <Button onClick={onClose}>{text('close')}</Button>
        <Button type="submit" variant="primary" loading={isSaving}>
          {text('save')}
        </Button>
      </div>
    </form>
  )
}
