'use client'

import { useQuery } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Dialog } from '@/components/ui/dialog'

interface Props {
  count: number
  ownerId: string | null
  onAssign: (owner: { id: string; name: string } | null) => void
  onClose: () => void
  finalFocus: RefObject<HTMLElement | null>
}

/** Who takes care of it. */
export function AssignDialog({ count, ownerId, onAssign, onClose, finalFocus }: Props) {
  const text = useText('gaps.assign')
  const trpc = useTRPC()
  const { slug, actor } = useWorkspace()
  const { data: members = [] } = useQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const [chosen, setChosen] = useState(ownerId)
  const field = useRef<HTMLInputElement>(null)
  const me = actor.kind === 'member' ? members.find(({ userId }) => userId === actor.userId) : undefined
  const submit = () => {
    const member = members.find(({ userId }) => userId === chosen)
    onAssign(member ? { id: member.userId, name: member.name } : null)
  }
  useShortcut('submit', submit)
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={text('title', { count })}
      initialFocus={field}
      finalFocus={finalFocus}
      footer={
        <>
          {me && me.userId !== ownerId ? (
            <Button variant="quiet" className="me-auto" onClick={() => onAssign({ id: me.userId, name: me.name })}>
              {text('toMe')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button variant="primary" disabled={chosen === null && ownerId === null && count === 1} onClick={submit}>
            {text('submit')}
          </Button>
        </>
      }
    >
      <Combobox
        ref={field}
        label={text('person')}
        placeholder={text('nobody')}
        value={chosen}
        onValueChange={setChosen}
        items={members.map(({ userId, name, email }) => ({ value: userId, label: name, description: email }))}
      />
    </Dialog>
  )
}
