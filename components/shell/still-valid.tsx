'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPCClient } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { formatDay } from '@/components/ui/day-text'
import { showError } from '@/components/ui/toast'

interface Props {
  item: { readonly id: string; readonly title: string }
  /** Called before the button goes, so that the focus need not go with it. */
  onDone?: () => void
  size?: 'sm'
}

/** Looked at and found right: moves an item's next look ahead, with a way back. */
export function StillValid({ item: { id, title }, onDone, size }: Props) {
  const text = useText('publication')
  const words = useText()
  const problemText = useProblemText()
  const tell = useUndoToast()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const language = useLanguage()
  const confirming = useMutation({
    mutationFn: () => client.publication.stillValid.mutate({ workspace: slug, ids: [id] }),
    onSuccess: ({ changeSet, reviewBy, failed: [failure] }) => {
      if (failure) showError(words(failure.messageKey as never, failure.details as never))
      if (!changeSet) return
      tell(text('told.valid', { title, day: reviewBy === null ? '' : formatDay(reviewBy, language) }), changeSet)
      onDone?.()
    },
    onError: (error) => showError(problemText(error)),
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <Button
      size={size}
      loading={confirming.isPending}
      aria-label={text('validOf', { title })}
      onClick={() => confirming.mutate()}
    >
      {text('line.valid')}
    </Button>
  )
}
