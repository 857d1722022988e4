'use client'

import { X } from 'lucide-react'
import { useState } from 'react'
import { listFault } from '@/components/briefs/brief-texts'
import type { BriefEditing } from '@/components/briefs/use-brief'
import { useText } from '@/components/i18n/use-text'
import { Button, IconButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { TextInput } from '@/components/ui/text-input'

/** What is to be looked at before the review: ticked, added to and taken from in place. */
export function BriefChecklist({ editing, disabled }: { editing: BriefEditing; disabled: boolean }) {
  const text = useText('briefs')
  const [entry, setEntry] = useState('')
  const { content, change } = editing
  const { checklist } = content
  const done = checklist.filter(({ isDone }) => isDone).length
  const words = entry.trim()
  const fault = words === '' ? null : listFault('checklist', [...checklist.map(({ text: known }) => known), words])
  function add() {
    if (words === '' || fault !== null) return
    const key = `own-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`
    change({ checklist: [...checklist, { key, text: words, isDone: false }] }, true)
    setEntry('')
  }
  return (
    <section aria-labelledby="brief-checklist" className="border-t pt-4">
      <h2 id="brief-checklist" className="flex flex-wrap items-baseline justify-between gap-2">
        {text('checklist')}
      </h2>
      <p className="text-sm text-ink-2">
        {checklist.length === 0 ? text('checks.none') : text('checks.done', { done, all: checklist.length })}
      </p>
      <ul className="mt-1">
        {checklist.map((check) => (
          <li key={check.key} className="flex items-start gap-1 py-0.5">
            <Checkbox
              className="min-w-0 flex-1"
              label={check.text}
              disabled={disabled}
              value={check.isDone}
              onValueChange={(isDone) =>
                change({ checklist: checklist.map((one) => (one.key === check.key ? { ...one, isDone } : one)) }, true)
              }
            />
            {disabled ? null : (
              <IconButton
                size="sm"
                icon={<X aria-hidden />}
                label={text('checks.remove', { text: check.text })}
                onClick={() => change({ checklist: checklist.filter(({ key }) => key !== check.key) }, true)}
              />
            )}
          </li>
        ))}
      </ul>
      {disabled ? null : (
        <form
          data-print="hide"
          className="mt-2 flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextInput
            className="flex-1"
            label={text('checks.new')}
            value={entry}
            error={fault ? text(fault.what === 'tooLong' ? 'checks.tooLong' : 'checks.tooMany', { ...fault }) : undefined}
            onValueChange={(value: string) => setEntry(value)}
          />
          <Button type="submit" disabled={words === '' || fault !== null}>
            {text('checks.add')}
          </Button>
        </form>
      )}
    </section>
  )
}
