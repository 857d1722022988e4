'use client'

import { type ReactNode, useState } from 'react'
import { keepText, keptText } from '@/components/comments/kept-text'
import { MentionField } from '@/components/comments/mention-field'
import { type Person, storedOf } from '@/components/comments/mention-rules'
import { useMembers } from '@/components/comments/use-members'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
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
  /** Throws when it could not be saved: then the text stays. */
  onSend: (body: string) => Promise<unknown>
  onCancel?: () => void
}

/** Where a comment is written. What is typed stays until it has arrived. */
export function CommentForm({ place, label, labelHidden, help, action, start, rows, autoFocus, onSend, onCancel }: Props) {
  const text = useText('comments')
  const problemText = useProblemText()
  const people = useMembers()
  const [typed, setTyped] = useState(() => keptText(place) || (start ?? ''))
  const [picked, setPicked] = useState<readonly Person[]>([])
  const [state, setState] = useState<'idle' | 'sending' | { error: unknown }>('idle')
  const stored = storedOf(typed.trim(), people, picked)
  const left = longestComment - stored.length
  const change = (next: string) => {
    setTyped(next)
    keepText(place, next)
  }
  async function send() {
    if (state === 'sending' || stored === '' || left < 0) return
    setState('sending')
    // A new comment is seen in its place at once, so it does not stand here as well; it comes back when it is refused.
    if (start === undefined) setTyped('')
    try {
      await onSend(stored)
      if (keptText(place) === typed) keepText(place, '')
      setState('idle')
    } catch (error) {
      setTyped((now) => (now === '' ? typed : now))
      setState({ error })
    }
  }
  const note = left < 0 ? text('tooLong', { n: -left }) : left < 500 ? text('left', { n: left }) : help
  return (
    <div className="flex flex-col gap-2">
      <MentionField
        label={label}
        labelHidden={labelHidden}
        help={left < 0 ? undefined : note}
        error={left < 0 ? note : typeof state === 'object' ? problemText(state.error) : undefined}
        value={typed}
        onValueChange={change}
        people={people}
        onPick={(person) => setPicked((list) => [person, ...list])}
        onSend={() => void send()}
        onEscape={onCancel && typed.trim() === '' ? onCancel : undefined}
        rows={rows}
        autoFocus={autoFocus}
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
            {text('cancel')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
