'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FormDialog } from '@/components/ui/form-dialog'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { longestReviewDays, usualReviewDays } from '@/server/domain/review-links/review-link.schema'

/** Asks for whom a link is and until when, then shows its address this once. */
export function NewReviewLink({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const text = useText('review')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const { data: brief } = useQuery(trpc.briefs.get.queryOptions({ workspace: slug, itemId }))
  const [subject, setSubject] = useState<'item' | 'brief'>('item')
  const [label, setLabel] = useState('')
  const [days, setDays] = useState<number | null>(usualReviewDays)
  const [mayComment, setMayComment] = useState(true)
  const make = useMutation(
    trpc.reviewLinks.make.mutationOptions({ onSettled: () => queries.invalidateQueries(trpc.reviewLinks.pathFilter()) }),
  )
  const isReady = label.trim() !== '' && days !== null
  function submit() {
    if (isReady) make.mutate({ workspace: slug, link: { subject, subjectId: itemId, label: label.trim(), days, mayComment } })
  }
  const made = make.data
  return (
    <FormDialog
      dismissible={!made}
      title={text('share')}
      description={made ? text('made') : text('shareLead')}
      action={made ? undefined : text('make')}
      disabled={!isReady}
      pending={make.isPending}
      error={make.error && problemText(make.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      {made ? (
        <CopyAddress address={`${location.origin}/review/${slug}/${made.token}`} />
      ) : (
        <>
          <TextInput
            label={text('label')}
            help={text('labelHelp')}
            required
            maxLength={120}
            value={label}
            onValueChange={setLabel}
          />
          {brief ? (
            <Select
              label={text('what')}
              items={(['item', 'brief'] as const).map((value) => ({ value, label: text(value) }))}
              value={subject}
              onValueChange={setSubject}
            />
          ) : null}
          <NumberInput label={text('days')} min={1} max={longestReviewDays} value={days} onValueChange={setDays} />
          <Checkbox label={text('mayComment')} value={mayComment} onValueChange={setMayComment} />
        </>
      )}
    </FormDialog>
  )
}

function CopyAddress({ address }: { address: string }) {
  const text = useText('review')
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  async function copy(): Promise<void> {
    field.current?.select()
    // Without https there is no clipboard to write to; the text is selected for Ctrl+C then.
    const writing = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'))
    setCopied(
      await writing.then(
        () => true,
        () => false,
      ),
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <TextInput label={text('address')} value={address} readOnly ref={field} onFocus={(event) => event.currentTarget.select()} />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={() => void copy()}>
          {text('copy')}
        </Button>
        <span role="status" className="text-sm text-ink-2">
          {isCopied ? text('copied') : ''}
        </span>
      </div>
    </div>
  )
}
