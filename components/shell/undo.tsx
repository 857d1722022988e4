'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPCClient } from '@/components/trpc/client'
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

export function UndoProvider({ children }: { children: ReactNode }) {
  const text = useText('shell.undo')
  const problemText = useProblemText()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const [recent, setRecent] = useState<readonly RecentChange[]>([])

  const undo = useCallback(
    async (changeSet: string) => {
      try {
        const { done, refusedCount } = await client.history.undo.mutate({ workspace: slug, changeSet })
        dismissToast(changeSet)
        const isRefused = done === 0 && refusedCount > 0
        if (!isRefused)
          setRecent((list) => list.map((change) => (change.changeSet === changeSet ? { ...change, state: 'undone' } : change)))
        if (isRefused) showError(text('refused'))
        else showSuccess(refusedCount === 0 ? text('done') : text('partly', { count: refusedCount }))
      } catch (error) {
        showError(problemText(error))
      }
      await queries.invalidateQueries()
    },
    [client, slug, queries, text, problemText],
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
  return <UndoContext value={value}>{children}</UndoContext>
}

export function useUndo(): Undo {
  const value = use(UndoContext)
  if (!value) throw new Error('the shell is missing above this component')
  return value
}

/** `tell("12 items moved to Retention", changeSet)`: a toast with Undo. */
export const useUndoToast = (): Undo['tell'] => useUndo().tell
