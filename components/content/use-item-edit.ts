'use client'

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { patched } from '@/components/content/columns'
import { problemOf, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useFieldName } from '@/components/shell/use-field-name'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { useAnnounce } from '@/components/ui/live-region'
import type { ItemEdit, ItemRow } from '@/server/domain/content/item.schema'
import type { ItemList } from '@/server/domain/content/item-list.schema'
import type { ConflictData } from '@/server/domain/history/history.schema'

export interface CellEdit {
  readonly item: ItemRow
  readonly column: string
  readonly label: string
  readonly edit: ItemEdit
}

export interface FailedCell {
  readonly message: string
  readonly cell: CellEdit
}

/** Somebody saved first: what they did, and what was meant. */
export interface Conflict {
  readonly cell: CellEdit
  readonly message: string
  readonly revision: number
  /** The item as they left it. */
  readonly current: ItemRow
  /** Who changed the same value, and when. */
  readonly theirs: ConflictData['changes'][number] | undefined
}

const keyOf = (id: string, column: string): string => `${id} ${column}`
const editing = ['content', 'cell'] as const

/** Saves single cells: shown at once, put back when the server refuses, and every one can be undone. */
export function useItemEdit() {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const text = useText('table')
  const problemText = useProblemText()
  const announce = useAnnounce()
  const fieldName = useFieldName()
  const { slug, term } = useWorkspace()
  const [failed, setFailed] = useState<ReadonlyMap<string, FailedCell>>(new Map())
  const [saved, setSaved] = useState<string | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const lists = trpc.content.list.pathFilter()
  // A second cell of the same row may be saved before the list has come back with the new revision.
  const revisions = useRef(new Map<string, number>())

  const patchLists = (change: (row: ItemRow) => ItemRow) =>
    queries.setQueriesData<ItemList>(lists, (list) => list && { ...list, rows: list.rows.map(change) })

  const mutation = useMutation({
    mutationKey: editing,
    scope: { id: 'content.cell' },
    mutationFn: ({ item, edit }: CellEdit) => {
      const revision = Math.max(item.revision, revisions.current.get(item.id) ?? 0)
      return client.content.save.mutate({ workspace: slug, id: item.id, revision, edit })
    },
    onMutate: async ({ item, column, edit }: CellEdit): Promise<{ before: [QueryKey, ItemList | undefined][] }> => {
      await queries.cancelQueries(lists)
      const before = queries.getQueriesData<ItemList>(lists)
      setFailed((cells) => without(cells, keyOf(item.id, column)))
      patchLists((row) => (row.id === item.id ? patched(row, edit, (step) => term('step', step)?.details.kind) : row))
      return { before }
    },
    onSuccess: ({ item, changeSet, voided }, { column, label }) => {
      const { body: _body, ...row } = item
      revisions.current.set(row.id, row.revision)
      patchLists((other) => (other.id === row.id ? row : other))
      setSaved(keyOf(row.id, column))
      if (!changeSet) return
      const message = text('saved', { field: label, title: row.title })
      if (!voided) return tell(message, changeSet)
      const [name, fields] = [voided.name ?? text('formerMember'), voided.because.map(fieldName).join(', ')]
      tell(message, changeSet, { description: text('voided', { name, fields }), stays: true })
    },
    onError: (error, cell, context) => {
      for (const [key, list] of context?.before ?? []) queries.setQueryData(key, list)
      const problem = problemOf(error)
      const data = problem?.code === 'conflict' ? (problem.data as Partial<ConflictData> | null) : null
      const current = data?.current
      if (current) {
        const theirs = data.changes?.find(({ field }) => field === fieldOf(cell.edit))
        setConflict({ cell, message: problemText(error), revision: current.revision, current, theirs })
      } else {
        announce(text('retry', { reason: problemText(error) }))
        setFailed((cells) => new Map(cells).set(keyOf(cell.item.id, cell.column), { message: problemText(error), cell }))
      }
    },
    // Only the last one of several refreshes the lists: an earlier answer would flicker back.
    onSettled: () => (queries.isMutating({ mutationKey: editing }) === 1 ? refresh() : undefined),
  })

  const refresh = async () => {
    await Promise.all([
      queries.invalidateQueries(lists),
      queries.invalidateQueries(trpc.coverage.pathFilter()),
      queries.invalidateQueries(trpc.gaps.pathFilter()),
    ])
  }

  // The same as long as they say the same, so that rows are drawn anew only then.
  const failureOf = useCallback((id: string, column: string) => failed.get(keyOf(id, column)), [failed])
  const isSaved = useCallback((id: string, column: string) => saved === keyOf(id, column), [saved])
  return {
    save: (cell: CellEdit) => mutation.mutate(cell),
    failureOf,
    isSaved,
    retry: ({ cell }: FailedCell) => mutation.mutate(cell),
    conflict,
    keepMine() {
      if (conflict) mutation.mutate({ ...conflict.cell, item: { ...conflict.cell.item, revision: conflict.revision } })
      setConflict(null)
    },
    async takeTheirs() {
      setConflict(null)
      await refresh()
    },
  }
}

/** The one field that a cell changes, as the history names it. */
function fieldOf({ tags, fields, ...columns }: ItemEdit): string | undefined {
  const [tag] = Object.keys(tags ?? {})
  const [own] = Object.keys(fields ?? {})
  return tag ? `tags.${tag}` : own ? `field.${own}` : Object.keys(columns)[0]
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map
  const next = new Map(map)
  next.delete(key)
  return next
}
