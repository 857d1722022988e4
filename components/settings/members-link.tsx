'use client'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { CopyField } from '@/components/ui/copy-field'
import { Dialog } from '@/components/ui/dialog'
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
      {link ? (
        <CopyField
          key={link.token}
          label={text('address')}
          value={`${location.origin}/${link.kind}/${link.token}`}
          copy={text('copy')}
          copied={text('copied')}
        />
      ) : null}
    </Dialog>
  )
}
