'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useRefusalWords } from '@/components/shell/use-refusal-words'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPCClient } from '@/components/trpc/client'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Dialog } from '@/components/ui/dialog'
import { dismissToast, showError, showSuccess } from '@/components/ui/toast'

export interface RecentChange {
  readonly changeSet: string
  readonly message: string
  readonly at: number
  /** Whoever takes back one after the other quickly takes the next while this one is still under way. */
  readonly state: 'done' | 'undoing' | 'undone'
  /** What undoing it would mean for others: asked before it happens. */
  readonly asks?: string | undefined
}

interface TellOptions {
  description?: ReactNode
  /** Not all went as meant: it stays until it is closed. */
  stays?: boolean
  /** Undoing this is seen by the public, so it is asked for with this sentence first. */
  asks?: string | undefined
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
  const [asked, setAsked] = useState<{ changeSet: string; sentence: string } | null>(null)
  const setState = useCallback(
    (changeSet: string, state: RecentChange['state']) =>
      setRecent((list) => list.map((change) => (change.changeSet === changeSet ? { ...change, state } : change))),
    [],
  )
  // One after the other, newest first: what came later may stand on what came before.
  const underWay = useRef<{ readonly changeSets: Set<string>; last: Promise<void> }>({
    changeSets: new Set(),
    last: Promise.resolve(),
  })
  const ask = useCallback(
    async (changeSet: string) => {
      try {
        const { done, refused, refusedCount } = await client.history.undo.mutate({ workspace: slug, changeSet })
        dismissToast(changeSet)
        const isRefused = done === 0 && refusedCount > 0
        setState(changeSet, isRefused ? 'done' : 'undone')
        if (refusedCount === 0) showSuccess(text('done'))
        else sayLeft(isRefused ? 'refused' : 'partly', refusalWords(refused), refusedCount - refused.length)
      } catch (error) {
        setState(changeSet, 'done')
        showError(problemText(error))
      }
    },
    [client, slug, text, problemText, refusalWords, sayLeft, setState],
  )
  const undoNow = useCallback(
    async (changeSet: string) => {
      const { changeSets, last } = underWay.current
      if (changeSets.has(changeSet)) return
      changeSets.add(changeSet)
      setState(changeSet, 'undoing')
      underWay.current.last = last.then(() => ask(changeSet))
      await underWay.current.last
      changeSets.delete(changeSet)
      await queries.invalidateQueries()
    },
    [ask, queries, setState],
  )
  const undo = useCallback(
    async (changeSet: string) => {
      const sentence = recent.find((change) => change.changeSet === changeSet)?.asks
      if (sentence === undefined) await undoNow(changeSet)
      else setAsked({ changeSet, sentence })
    },
    [recent, undoNow],
  )
  const tell = useCallback(
    (message: string, changeSet: string, { description, stays = false, asks }: TellOptions = {}) => {
      setRecent((list) => [{ changeSet, message, at: Date.now(), state: 'done' as const, asks }, ...list].slice(0, kept))
      const onAction = () => (asks === undefined ? void undoNow(changeSet) : setAsked({ changeSet, sentence: asks }))
      const action = { label: text('undo'), onAction }
      ;(stays ? showError : showSuccess)(message, { id: changeSet, description, action })
    },
    [undoNow, text],
  )
  const value = useMemo(() => ({ recent, tell, undo }), [recent, tell, undo])
  return (
    <UndoContext value={value}>
      {children}
      <AlertDialog
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null)
        }}
        title={text('askTitle')}
        description={asked?.sentence ?? ''}
        action={text('undo')}
        onAction={() => {
          setAsked(null)
          if (asked) void undoNow(asked.changeSet)
        }}
      />
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
