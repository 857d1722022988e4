'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Select } from '@/components/ui/select'

const me = '-'

/** Leads may look at what others have to do. */
export function PersonSelect({ value, onValueChange }: { value: string | null; onValueChange: (userId: string | null) => void }) {
  const text = useText('my-work')
  const trpc = useTRPC()
  const { slug, actor } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const ownId = actor.kind === 'member' ? actor.userId : null
  return (
    <Select
      label={text('person')}
      labelHidden
      look="button"
      value={value ?? me}
      onValueChange={(next) => onValueChange(next === me ? null : next)}
      items={[
        { value: me, label: text('me') },
        ...members.filter(({ userId }) => userId !== ownId).map(({ userId, name }) => ({ value: userId, label: name })),
      ]}
    />
  )
}
