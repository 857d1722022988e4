'use client'

import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { FormDialog } from '@/components/ui/form-dialog'

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
  const me = actor.kind === 'member' ? members.find(({ userId }) => userId === actor.userId) : undefined
  const submit = () => {
    const member = members.find(({ userId }) => userId === chosen)
    onAssign(member ? { id: member.userId, name: member.name } : null)
  }
  return (
    <FormDialog
      size="sm"
      title={text('title', { count })}
      finalFocus={finalFocus}
      action={text('submit')}
      disabled={chosen === null && ownerId === null && count === 1}
      onSubmit={submit}
      onClose={onClose}
      extra={
        me && me.userId !== ownerId ? (
          <Button variant="quiet" onClick={() => onAssign({ id: me.userId, name: me.name })}>
            {text('toMe')}
          </Button>
        ) : null
      }
    >
      <Combobox
        label={text('person')}
        placeholder={text('nobody')}
        value={chosen}
        onValueChange={setChosen}
        items={members.map(({ userId, name, email }) => ({ value: userId, label: name, description: email }))}
      />
    </FormDialog>
  )
}
