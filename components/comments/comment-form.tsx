'use client'

import { type ReactNode, useState } from 'react'
import { MentionField } from '@/components/comments/mention-field'
import { type Person, storedOf } from '@/components/comments/mention-rules'
import { useMembers } from '@/components/comments/use-members'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { keepText, keptText, useKeptText } from '@/components/ui/kept-text'
import { longestComment } from '@/server/domain/comments/comment.schema'

interface Props {
  /** Names the text while it is not sent. */
  place: string
  label: string
  labelHidden?: boolean
  help?: ReactNode
  action: string
  /** What stands there to begin with, when a comment is edited. */
  start?: string
  rows?: number
  autoFocus?: boolean
  cancel?: string
  /** Somebody else's words stand against these: only the button sends them, no key does. */
  isAsked?: boolean
  onType?: () => void
  /** Throws when it could not be saved: then the text stays. */
  onSend: (body: string) => Promise<unknown>
  onCancel?: () => void
}

/** Where a comment is written. What is typed stays until it has arrived. */
export function CommentForm({
  place,
  start = '',
  isAsked = false,
  onType,
  onSend,
  onCancel,
  action,
  cancel,
  help,
  ...field
}: Props) {
  const text = useText('comments')
  const problemText = useProblemText()
  const people = useMembers()
  const kept = useKeptText(place)
  const [changed, setChanged] = useState<string | null>(null)
  const typed = changed ?? (kept || start)
  const isFound = changed === null && kept !== '' && kept !== start
  const [picked, setPicked] = useState<readonly Person[]>([])
  const [state, setState] = useState<'idle' | 'sending' | { error: unknown }>('idle')
  const stored = storedOf(typed.trim(), people, picked)
  const left = longestComment - stored.length
  const change = (next: string) => {
    setChanged(next)
    onType?.()
    keepText(place, next)
  }
  async function send() {
    if (state === 'sending' || stored === '' || left < 0) return
    setState('sending')
    // A new comment is seen in its place at once, so it does not stand here as well; it comes back when it is refused.
    if (start === '') setChanged('')
    try {
      await onSend(stored)
      if (keptText(place) === typed) keepText(place, '')
      setState('idle')
    } catch (error) {
      setChanged((now) => now || typed)
      setState({ error })
    }
  }
  const note = left < 0 ? text('tooLong', { n: -left }) : left < 500 ? text('left', { n: left }) : isFound ? text('draft') : help
  return (
    <div className="flex flex-col gap-2">
      <MentionField
        {...field}
        help={left < 0 ? undefined : note}
        error={left < 0 ? note : typeof state === 'object' && !isAsked ? problemText(state.error) : undefined}
        value={typed}
        onValueChange={change}
        people={people}
        onPick={(person) => setPicked((list) => [person, ...list])}
        onSend={() => {
          if (!isAsked) void send()
        }}
        onEscape={onCancel && typed.trim() === '' ? onCancel : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          variant={onCancel ? 'plain' : 'primary'}
          loading={state === 'sending'}
          disabled={state !== 'sending' && (stored === '' || left < 0)}
          onClick={() => void send()}
        >
          {action}
        </Button>
        {onCancel ? (
          <Button
            variant="quiet"
            onClick={() => {
              keepText(place, '')
              onCancel()
            }}
          >
            {cancel ?? text('cancel')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
