'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPCClient } from '@/components/trpc/client'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { showError } from '@/components/ui/toast'

/** As many items as one request takes. */
const atOnce = 1000

interface Props {
  count: number
  /** The ids of what is selected, asked for only when they are needed. */
  idsOf: () => Promise<string[]>
  onDone: () => void
}

/** Deleting for good what lies in the trash: admins only, and only after typing the word. */
export function PurgeButton({ count, idsOf, onDone }: Props) {
  const text = useText('bulk')
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const problemText = useProblemText()
  const { slug } = useWorkspace()
  const [isAsked, setAsked] = useState(false)
  const purge = useMutation({
    mutationFn: async () => {
      const ids = await idsOf()
      let done = 0
      for (let at = 0; at < ids.length; at += atOnce) {
        const result = await client.content.purge.mutate({ workspace: slug, ids: ids.slice(at, at + atOnce) })
        done += result.done
        if (result.changeSet) tell(text('purged', { count: result.done }), result.changeSet)
      }
      return done
    },
    onSuccess: onDone,
    onError: (error) => showError(problemText(error)),
    onSettled: async () => {
      setAsked(false)
      await queries.invalidateQueries()
    },
  })
  return (
    <>
      <Button variant="bar" onClick={() => setAsked(true)}>
        {text('purge')}
      </Button>
      <AlertDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={text('purgeTitle', { count })}
        description={text('purgeExplain')}
        action={text('purgeVerb', { count })}
        confirm={{ label: text('purgeConfirm', { word: text('purgeWord') }), text: text('purgeWord') }}
        pending={purge.isPending}
        onAction={() => purge.mutate()}
      />
    </>
  )
}
