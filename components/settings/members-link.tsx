'use client'
import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextInput } from '@/components/ui/text-input'
import type { MadeLink } from '@/server/domain/members/member.schema'

export interface ShownLink extends MadeLink {
  kind: 'invite' | 'reset'
}

/** Shows a single-use link, once: only its hash is kept. */
export function MembersLink({ link, onClose }: { link: ShownLink | null; onClose: () => void }) {
  const text = useText('members.link')
  const format = useFormatter()
  return (
    <Dialog
      open={link !== null}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      dismissible={false}
      title={text(link?.kind === 'reset' ? 'resetTitle' : 'inviteTitle')}
      description={
        link
          ? text(link.kind === 'reset' ? 'resetExplanation' : 'inviteExplanation', {
              until: format.dateTime(link.expiresAt, { dateStyle: 'long', timeStyle: 'short' }),
            })
          : undefined
      }
    >
      {link ? <CopyLink key={link.token} address={`${location.origin}/${link.kind}/${link.token}`} /> : null}
    </Dialog>
  )
}

function CopyLink({ address }: { address: string }) {
  const text = useText('members.link')
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  async function copy(): Promise<void> {
    field.current?.select()
    // Without https there is no clipboard to write to; the text is selected for Ctrl+C then.
    const done = await (navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'))).then(
      () => true,
      () => false,
    )
    setCopied(done)
  }
  return (
    <div className="flex flex-col gap-2">
      <TextInput label={text('address')} value={address} readOnly ref={field} onFocus={(event) => event.currentTarget.select()} />
      <div className="flex items-center gap-3">
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
