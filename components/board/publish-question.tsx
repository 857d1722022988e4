'use client'

import type { Question } from '@/components/board/use-moves'
import { useText } from '@/components/i18n/use-text'
import { AlertDialog } from '@/components/ui/alert-dialog'

/** Nothing goes live or offline by a slip of the hand. */
export function PublishQuestion({ asked, onAnswer }: { asked: Question | null; onAnswer: (yes: boolean) => void }) {
  const text = useText('board.ask')
  if (asked === null) return null
  const { move, does } = asked
  const count = move.taken.length
  const title = move.taken[0]?.card.title ?? ''
  return (
    <AlertDialog
      open
      danger={does === 'unpublish'}
      onOpenChange={(open) => {
        if (!open) onAnswer(false)
      }}
      title={text(`${does}.title`, { count, title })}
      description={text(`${does}.text`, { count, name: move.name })}
      action={text(`${does}.do`, { count })}
      onAction={() => onAnswer(true)}
    />
  )
}
