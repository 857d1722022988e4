'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useAgo, useText } from '@/components/i18n/use-text'
import type { DraftConflict } from '@/components/settings/use-term-draft'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import type { Dimension } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  dimension: Dimension
  conflict: DraftConflict
  onMine: () => void
  onTheirs: () => void
}

/** Somebody saved the same term first: who, when, and whose words shall stand. */
export function ConflictChoice({ dimension, conflict, onMine, onTheirs }: Props) {
  const text = useText('settings.conflict')
  const ago = useAgo()
  const trpc = useTRPC()
  const { slug, nameOf } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const who = members.find(({ userId }) => `user:${userId}` === conflict.since?.actor)?.name ?? text('somebody')
  const when = conflict.since ? ago(conflict.since.at) : ''
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p>{text('said', { who, when, name: nameOf(dimension, conflict.term) })}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="bar" onClick={onMine}>
          {text('mine')}
        </Button>
        <Button variant="bar" onClick={onTheirs}>
          {text('theirs')}
        </Button>
      </div>
    </div>
  )
}
