'use client'

import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { matching, type Person, queryAt } from '@/components/comments/mention-rules'
import { useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { TextArea } from '@/components/ui/text-area'

interface Props {
  label: string
  labelHidden?: boolean
  help?: ReactNode
  error?: ReactNode
  value: string
  onValueChange: (value: string) => void
  people: readonly Person[]
  onPick: (person: Person) => void
  /** Ctrl or Command with Enter. */
  onSend: () => void
  onEscape?: () => void
  autoFocus?: boolean
  rows?: number
}

/** A field for a comment: behind an @ it offers members. Arrows go through them, Enter or Tab takes the marked one. */
export function MentionField({
  value,
  onValueChange,
  people,
  onPick,
  onSend,
  onEscape,
  autoFocus = false,
  rows = 3,
  ...field
}: Props) {
  const text = useText('comments')
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  /** Where the caret goes with the words of a pick, before the next key is read. */
  const caretAfter = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caretAfter.current === null) return
    area.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  })
  const [marked, setMarked] = useState(0)
  const [shut, setShut] = useState<number | null>(null)
  const asked = caret === null ? null : queryAt(value, caret)
  const found = asked === null || asked.from === shut ? [] : matching(people, asked.query)
  const isOpen = found.length > 0
  const at = Math.min(marked, found.length - 1)

  function pick(person: Person) {
    if (asked === null || caret === null) return
    const before = `${value.slice(0, asked.from)}@${person.name} `
    onValueChange(before + value.slice(caret).replace(/^ /, ''))
    onPick(person)
    setMarked(0)
    setCaret(null)
    caretAfter.current = before.length
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return
    const take = found[at]
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return onSend()
    }
    if (!isOpen || take === undefined) {
      if (event.key === 'Escape' && onEscape) {
        event.stopPropagation()
        onEscape()
      }
      return
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setMarked((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      pick(take)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setShut(asked?.from ?? null)
    }
  }
  const follow = () => setCaret(area.current?.selectionStart ?? null)
  return (
    <div className="relative">
      <TextArea
        {...field}
        ref={area}
        rows={rows}
        inputClassName="min-h-18"
        value={value}
        autoFocus={autoFocus}
        onValueChange={(next) => {
          onValueChange(next)
          setMarked(0)
          follow()
        }}
        onKeyDown={onKeyDown}
        onSelect={follow}
        onBlur={() => setCaret(null)}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${at}` : undefined}
      />
      {isOpen ? (
        <div
          id={id}
          role="listbox"
          aria-label={text('members')}
          className="absolute z-20 mt-1 min-w-48 max-w-full rounded-md border border-line-2 bg-sheet p-1 shadow-float"
        >
          {found.map((person, n) => (
            <div
              key={person.id}
              id={`${id}-${n}`}
              role="option"
              tabIndex={-1}
              aria-selected={n === at}
              onPointerDown={(event) => {
                event.preventDefault()
                pick(person)
              }}
              className={cn('flex min-h-8 cursor-default items-center rounded px-2', n === at && 'bg-accent-wash')}
            >
              <span className="truncate">{person.name}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
