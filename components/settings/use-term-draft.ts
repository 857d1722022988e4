'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { problemOf } from '@/components/i18n/use-text'
import {
  changeTerm,
  countChanges,
  draftedTerms,
  emptyDraft,
  moveTo,
  orderOf,
  type TermChange,
  type TermDraft,
} from '@/components/settings/term-draft'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { termEdits } from '@/server/domain/vocabulary/term.schema'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension, Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** Where somebody else was faster: the term, and what they changed. */
export interface DraftConflict {
  readonly term: string
  readonly since: { actor: string; at: Date; fields: string[] } | null
}

/**
 * Edits of one dimension that wait for "Save". They survive leaving the screen and reloading it in this tab, and are
 * saved together as one change that can be undone.
 */
export function useTermDraft<D extends Dimension>(dimension: D, onSaved: (changeSet: string, count: number) => void) {
  const { slug, vocabulary } = useWorkspace()
  const storeKey = `etappe-draft-${slug}-${dimension}`
  const [draft, setDraft] = useState<TermDraft<D>>(emptyDraft)
  const trpc = useTRPC()
  const queries = useQueryClient()
  const live = liveTerms(vocabulary, dimension)

  useEffect(() => {
    const stored = sessionStorage.getItem(storeKey)
    if (stored) setDraft(JSON.parse(stored) as TermDraft<D>)
  }, [storeKey])
  const keep = (next: TermDraft<D>) => {
    setDraft(next)
    if (countChanges(live, next) > 0) sessionStorage.setItem(storeKey, JSON.stringify(next))
    else sessionStorage.removeItem(storeKey)
  }

  const edit = useMutation(trpc.vocabulary.edit.mutationOptions())
  const count = countChanges(live, draft)

  async function save(given: TermDraft<D> = draft) {
    const keys = new Set(live.map(({ key }) => key))
    const edits = Object.entries(given.changes)
      .filter(([key]) => keys.has(key))
      .map(([key, { revision, ...change }]) => ({ key, revision, change }))
    const order = given.order ? orderOf(live, given) : undefined
    try {
      const { changeSet } = await edit.mutateAsync({ workspace: slug, save: termEdits.parse({ dimension, edits, order }) })
      keep(emptyDraft)
      onSaved(changeSet, count)
    } catch {
      // What went wrong stands beside the button, what was typed stays.
    }
    await queries.invalidateQueries(trpc.vocabulary.pathFilter())
  }

  const problem = problemOf(edit.error)
  const conflict = problem?.code === 'conflict' && hasTerm(problem.data) ? problem.data : null
  const current = (key: string) => live.find((term) => term.key === key)

  return {
    terms: draftedTerms(live, draft),
    isChanged: (key: string) => draft.changes[key] !== undefined,
    count,
    isSaving: edit.isPending,
    error: edit.error,
    conflict,
    change(key: string, change: Omit<TermChange<D>, 'revision'>) {
      const term = current(key)
      if (term) keep(changeTerm(draft, term, change))
    },
    /** To this place among the terms of `among`, or of all. */
    move(key: string, place: number, among: readonly Term<D>[]) {
      const slots = orderOf(live, draft)
      const group = among.map((term) => term.key)
      const moved = moveTo(group, key, Math.max(0, Math.min(place, group.length - 1)))
      const places = slots.flatMap((slot, at) => (group.includes(slot) ? [at] : []))
      const next = [...slots]
      places.forEach((at, n) => {
        const filler = moved[n]
        if (filler !== undefined) next[at] = filler
      })
      keep({ ...draft, order: next })
    },
    save: () => save(),
    discard() {
      edit.reset()
      keep(emptyDraft)
    },
    /** After a conflict: saves again over what somebody else wrote. */
    async keepMine() {
      const key = conflict?.term
      const fresh = key === undefined ? undefined : current(key)
      const change = key === undefined ? undefined : draft.changes[key]
      if (key === undefined || !fresh || !change) return
      const next = { ...draft, changes: { ...draft.changes, [key]: { ...change, revision: fresh.revision } } }
      keep(next)
      await save(next)
    },
    /** After a conflict: forgets the own changes of that term. */
    takeTheirs() {
      const { [conflict?.term ?? '']: _mine, ...others } = draft.changes
      edit.reset()
      keep({ ...draft, changes: others })
    },
  }
}

export type TermDraftState<D extends Dimension> = ReturnType<typeof useTermDraft<D>>

const hasTerm = (data: unknown): data is DraftConflict => typeof data === 'object' && data !== null && 'term' in data
