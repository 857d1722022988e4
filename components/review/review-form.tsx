'use client'

import { useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { keepText, useKeptText } from '@/components/ui/kept-text'
import { useAnnounce } from '@/components/ui/live-region'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { longestComment } from '@/server/domain/comments/comment.schema'

interface Props {
  /** Names the text while it is not sent. */
  place: string
  name: string
  onName: (name: string) => void
  label: string
  action: string
  rows: number
  /** Throws when it could not be saved: then the text stays. */
  onSend: (body: string) => Promise<void>
  onCancel?: () => void
}

/** Where a reviewer writes: the name once, then the text. */
export function ReviewForm({ place, name, onName, label, action, rows, onSend, onCancel }: Props) {
  const text = useText('review.page')
  const problemText = useProblemText()
  const announce = useAnnounce()
  const kept = useKeptText(place)
  const [typed, setTyped] = useState<string | null>(null)
  const body = typed ?? kept
  const setBody = (next: string) => {
    setTyped(next)
    keepText(place, next)
  }
  const [state, setState] = useState<'idle' | 'sending' | { error: unknown }>('idle')
  const isReady = name.trim() !== '' && body.trim() !== ''
  async function send() {
    if (!isReady || state === 'sending') return
    setState('sending')
    try {
      await onSend(body.trim())
      setBody('')
      setState('idle')
      announce(text('sent'))
    } catch (error) {
      setState({ error })
    }
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextInput
        label={text('name')}
        help={text('nameHelp')}
        maxLength={80}
        autoComplete="name"
        value={name}
        onValueChange={onName}
      />
      <TextArea
        label={label}
        rows={rows}
        inputClassName="min-h-18"
        maxLength={longestComment}
        help={typed === null && kept !== '' ? text('draft') : undefined}
        value={body}
        onValueChange={setBody}
        error={typeof state === 'object' ? problemText(state.error) : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={state === 'sending'} disabled={!isReady}>
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
    </form>
  )
}
