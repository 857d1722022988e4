'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { canonicalText } from '@/components/briefs/same-text'
import { problemOf, useProblemText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { type Brief, type BriefConflict, type BriefEdit, type BriefList, briefEdit } from '@/server/domain/briefs/brief.schema'

const pauseMs = 1000
type Field = keyof BriefEdit

/** Somebody else wrote the same parts meanwhile. What was typed stays until one side is chosen. */
export interface BriefClash {
  readonly fields: readonly Field[]
  readonly by: string | null
  readonly current: Brief
}

const conflictIn = (data: unknown): BriefConflict | null =>
  typeof data === 'object' && data !== null && 'current' in data && 'changes' in data ? (data as BriefConflict) : null

/** What can be saved. What is too long stays in its field until it fits, and holds up nothing else. */
const fitting = (edit: BriefEdit): BriefEdit =>
  Object.fromEntries(Object.entries(edit).filter(([field, value]) => briefEdit.shape[field as Field].safeParse(value).success))

const pick = (edit: BriefEdit, fields: readonly string[]): BriefEdit =>
  Object.fromEntries(Object.entries(edit).filter(([field]) => fields.includes(field)))

/**
 * Saves a brief while it is written: when one leaves a field, or pauses. Who writes another part than somebody else does not
 * hear of it; who writes the same one is asked.
 */
export function useBrief(brief: Brief) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const { slug } = useWorkspace()
  const [typed, setTyped] = useState<BriefEdit>({})
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [clash, setClash] = useState<BriefClash | null>(null)
  /** Lists whose text is too long to be saved: it stands in its field only. */
  const [unfit, setUnfit] = useState<ReadonlySet<BriefList>>(new Set())
  const state = useRef<{ typed: BriefEdit; base: Brief; isSaving: boolean; isHeld: boolean; timer: number }>({
    typed,
    base: brief,
    isSaving: false,
    isHeld: false,
    timer: 0,
  })
  const { itemId } = brief
  const key = trpc.briefs.get.queryKey({ workspace: slug, itemId })
  // What the server tells while nothing is typed is what the next edit is made for.
  useEffect(() => {
    const now = state.current
    if (Object.keys(now.typed).length === 0 && brief.revision > now.base.revision) now.base = brief
  }, [brief])

  const take = useCallback(
    (next: Brief) => {
      state.current.base = next
      queries.setQueryData(key, next)
    },
    [queries, key],
  )
  const hold = useCallback((next: BriefEdit) => {
    state.current.typed = next
    setTyped(next)
  }, [])

  const flush = useCallback(async (): Promise<void> => {
    const now = state.current
    window.clearTimeout(now.timer)
    const edit = fitting(now.typed)
    if (now.isSaving || now.isHeld || Object.keys(edit).length === 0) return
    now.isSaving = true
    setSaving(true)
    const before = now.base
    let again = false
    try {
      const saved = await client.briefs.save.mutate({ workspace: slug, brief: { itemId, revision: before.revision, edit } })
      take(saved.brief)
      // What was typed while it was on its way stays.
      const left = Object.entries(now.typed).filter(([field, value]) => edit[field as Field] !== value)
      hold(Object.fromEntries(left))
      setProblem(null)
      again = left.length > 0
    } catch (error) {
      const conflict = conflictIn(problemOf(error)?.data)
      if (conflict && conflict.current.revision > before.revision) {
        const contested = Object.keys(edit).filter((field) => {
          const part = field as Field
          const theirs = canonicalText(conflict.current.content[part])
          return theirs !== canonicalText(before.content[part]) && theirs !== canonicalText(edit[part])
        }) as Field[]
        take(conflict.current)
        again = contested.length === 0
        if (!again) {
          now.isHeld = true
          const by = conflict.changes.find(({ field }) => contested.includes(field as Field))?.by.name ?? null
          setClash({ fields: contested, by, current: conflict.current })
        }
      } else setProblem(problemText(error))
    } finally {
      now.isSaving = false
      setSaving(false)
    }
    if (again) await flush()
  }, [client, slug, itemId, take, hold, problemText])

  const change = useCallback(
    (edit: BriefEdit, isNow = false) => {
      const now = state.current
      hold({ ...now.typed, ...edit })
      window.clearTimeout(now.timer)
      if (isNow) void flush()
      else now.timer = window.setTimeout(() => void flush(), pauseMs)
    },
    [flush, hold],
  )

  const decide = (side: 'mine' | 'theirs') => {
    const now = state.current
    const contested = clash?.fields ?? []
    if (side === 'theirs') {
      hold(
        pick(
          now.typed,
          Object.keys(now.typed).filter((field) => !contested.includes(field as Field)),
        ),
      )
    }
    setClash(null)
    now.isHeld = false
    void flush()
  }

  const isDirty = Object.keys(typed).length > 0 || unfit.size > 0
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (Object.keys(state.current.typed).length === 0 && unfit.size === 0) return
      void flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
      void flush()
    }
  }, [flush, unfit])

  return {
    itemId,
    content: { ...brief.content, ...typed },
    change,
    flush,
    isDirty,
    isSaving,
    problem,
    clash,
    decide,
    setUnfit: (list: BriefList, isUnfit: boolean) =>
      setUnfit((lists) =>
        lists.has(list) === isUnfit ? lists : new Set(isUnfit ? [...lists, list] : [...lists].filter((one) => one !== list)),
      ),
  }
}

export type BriefEditing = ReturnType<typeof useBrief>
