'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useRefusalWords } from '@/components/shell/use-refusal-words'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPCClient } from '@/components/trpc/client'
import { Dialog } from '@/components/ui/dialog'
import { dismissToast, showError, showSuccess } from '@/components/ui/toast'

export interface RecentChange {
  readonly changeSet: string
  readonly message: string
  readonly at: number
  readonly state: 'done' | 'undone'
}

interface TellOptions {
  description?: ReactNode
  /** Not all went as meant: it stays until it is closed. */
  stays?: boolean
}

interface Undo {
  /** The changes of this session, newest first. */
  readonly recent: readonly RecentChange[]
  /** Says what was done, with a way back for ten seconds; later it is under "Recent changes" in the user menu. */
  tell(message: string, changeSet: string, options?: TellOptions): void
  undo(changeSet: string): Promise<void>
}

const UndoContext = createContext<Undo | null>(null)
const kept = 20
const namedAtOnce = 3

/** What an undo left alone, in words, and how many beyond. */
interface Left {
  readonly lines: readonly string[]
  readonly untold: number
}

export function UndoProvider({ children }: { children: ReactNode }) {
  const text = useText('shell.undo')
  const problemText = useProblemText()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const [recent, setRecent] = useState<readonly RecentChange[]>([])

  const refusalWords = useRefusalWords()
  const [left, setLeft] = useState<Left | null>(null)

  /** Few are named in the toast, many in a list of their own. */
  const sayLeft = useCallback(
    (outcome: 'partly' | 'refused', lines: readonly string[], untold: number) => {
      const [line] = lines
      const count = lines.length + untold
      if (count === 1 && line) return showError(text(`${outcome}One`, { line }))
      const named = { lines: lines.slice(0, namedAtOnce), untold: count - Math.min(lines.length, namedAtOnce) }
      showError(text(outcome, { count }), {
        description: <LeftList left={named} />,
        ...(count > namedAtOnce ? { action: { label: text('all'), onAction: () => setLeft({ lines, untold }) } } : {}),
      })
    },
    [text],
  )
  const undo = useCallback(
    async (changeSet: string) => {
      try {
        const { done, refused, refusedCount } = await client.history.undo.mutate({ workspace: slug, changeSet })
        dismissToast(changeSet)
        const isRefused = done === 0 && refusedCount > 0
        if (!isRefused)
          setRecent((list) => list.map((change) => (change.changeSet === changeSet ? { ...change, state: 'undone' } : change)))
        if (refusedCount === 0) showSuccess(text('done'))
        else sayLeft(isRefused ? 'refused' : 'partly', refusalWords(refused), refusedCount - refused.length)
      } catch (error) {
        showError(problemText(error))
      }
      await queries.invalidateQueries()
    },
    [client, slug, queries, text, problemText, refusalWords, sayLeft],
  )
  const tell = useCallback(
    (message: string, changeSet: string, { description, stays = false }: TellOptions = {}) => {
      setRecent((list) => [{ changeSet, message, at: Date.now(), state: 'done' as const }, ...list].slice(0, kept))
      const action = { label: text('undo'), onAction: () => void undo(changeSet) }
      ;(stays ? showError : showSuccess)(message, { id: changeSet, description, action })
    },
    [undo, text],
  )
  const value = useMemo(() => ({ recent, tell, undo }), [recent, tell, undo])
  return (
    <UndoContext value={value}>
      {children}
      <Dialog
        open={left !== null}
        onOpenChange={(open) => {
          if (!open) setLeft(null)
        }}
        title={text('allTitle')}
      >
        {left ? <LeftList left={left} /> : null}
      </Dialog>
    </UndoContext>
  )
}

function LeftList({ left: { lines, untold } }: { left: Left }) {
  const text = useText('shell.undo')
  return (
    <ul className="flex flex-col gap-1">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {untold > 0 ? <li className="text-ink-3">{text('andMore', { count: untold })}</li> : null}
    </ul>
  )
}

export function useUndo(): Undo {
  const value = use(UndoContext)
  if (!value) throw new Error('the shell is missing above this component')
  return value
}

/** `tell("12 items moved to Retention", changeSet)`: a toast with Undo. */
export const useUndoToast = (): Undo['tell'] => useUndo().tell
