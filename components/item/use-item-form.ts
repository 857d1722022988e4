'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { problemOf, useText } from '@/components/i18n/use-text'
import { faultsOf } from '@/components/item/form-checks'
import {
  changesOf,
  createOf,
  editOf,
  type FormValue,
  type FormValues,
  filledOf,
  newValues,
  readValues,
  sameValue,
  sendable,
  valuesOfItem,
  withoutYes,
} from '@/components/item/form-values'
import { placeOf, readKept } from '@/components/item/kept-draft'
import { useDraftKeeping } from '@/components/item/use-draft-keeping'
import { useUndoToast } from '@/components/shell/undo'
import { useFieldName } from '@/components/shell/use-field-name'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { focusUnreadable } from '@/components/ui/unreadable'
import type { Draft } from '@/server/domain/content/draft.schema'
import type { ItemFault } from '@/server/domain/content/fields.rules'
import type { Item } from '@/server/domain/content/item.schema'
import type { ConflictData } from '@/server/domain/history/history.schema'

export interface FieldConflict {
  readonly name: string
  readonly mine: FormValue
  readonly theirs: FormValue
  readonly by: ConflictData['changes'][number]['by'] | null
  readonly at: Date | null
}

export interface FormConflict {
  readonly current: Item
  readonly fields: readonly FieldConflict[]
  /** The form on top of what the others saved. */
  readonly rebased: State
}

interface State {
  /** The item the form belongs to, as it was when last heard of or saved; null for a new one. */
  readonly base: FormValues
  /** Goes along with the save: somebody who saved since is not overwritten. */
  readonly revision: number
  readonly values: FormValues
}

interface Wish {
  readonly item: Item | null
  readonly draft: Draft | null
  readonly draftId: string
  /** Of a new item: what its form begins with. */
  readonly start: FormValues
  readonly heard: number
  readonly onSaved: (item: Item, changeSet: string | null) => void
  readonly onKept?: () => void
}

/** What others saved and the form has taken over. */
interface Merged {
  readonly fields: readonly string[]
  /** A yes that was about to be given has not been. */
  readonly isHeldBack: boolean
}

interface SaveOptions {
  readonly told?: (saved: Item) => string
  readonly from?: State
  /** What comes after it says yes to the item as it is seen here. */
  readonly isForYes?: boolean
}

export type ItemForm = ReturnType<typeof useItemForm>

/** An item's form: what is typed, what of it is kept and saved, and what is wrong with it. */
export function useItemForm({ item, draft, draftId, start, heard, onSaved, onKept }: Wish) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const text = useText('item')
  const anyText = useText()
  const fieldName = useFieldName(item?.type)
  const { slug, timeZone, actor, term, vocabulary } = useWorkspace()
  const place = placeOf(slug, actor.kind === 'member' ? actor.userId : '', draftId)

  const [state, setState] = useState<State>(() => {
    const base = item ? valuesOfItem(item, timeZone) : newValues(start)
    const kept = draft ? readValues(draft.edit) : {}
    return { base, revision: draft && item ? draft.baseRevision : (item?.revision ?? 0), values: { ...base, ...kept } }
  })
  const [restored, setRestored] = useState<Date | null>(draft?.savedAt ?? null)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState<readonly (ItemFault & { value: FormValue })[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [conflict, setConflict] = useState<FormConflict | null>(null)
  const [merged, setMerged] = useState<Merged>({ fields: [], isHeldBack: false })
  /** Where it is typed: what a field of it cannot read is not passed over. */
  const element = useRef<HTMLFormElement>(null)
  const { base, revision, values } = state

  const definitions = useMemo(() => term('type', String(values.type ?? ''))?.details.fields ?? [], [term, values.type])
  const fieldKeys = useMemo(() => new Set(definitions.map(({ key }) => key)), [definitions])
  const changes = useMemo(() => changesOf(base, values), [base, values])
  const isDirty = Object.keys(sendable(changes, fieldKeys)).length > 0

  // Somebody else saved, or an undo put something back, and nothing typed here is in the way.
  if (item && item.revision > revision && Object.keys(changes).length === 0) {
    const next = valuesOfItem(item, timeZone)
    setState({ base: next, values: next, revision: item.revision })
  }

  const edit = useMemo(() => {
    if (Object.keys(changes).length === 0) return null
    // A new item's draft stands for itself, whatever address it is opened under again.
    return item ? changes : filledOf(values)
  }, [changes, item, values])
  const { keeping, forget, hold, release } = useDraftKeeping({
    draftId,
    baseRevision: revision,
    edit,
    begunWith: draft?.savedAt ?? null,
    heard,
    ...(onKept ? { onKept } : {}),
  })

  // What this browser kept and the server never got is only known here.
  const looked = useRef<boolean>(false)
  useEffect(() => {
    if (looked.current) return
    looked.current = true
    const kept = readKept(place)
    if (!kept || (draft && draft.savedAt.getTime() > kept.savedAt)) return
    setState((now) => ({
      base: now.base,
      revision: kept.baseRevision > 0 ? kept.baseRevision : now.revision,
      values: { ...now.base, ...kept.edit },
    }))
    setRestored(new Date(kept.savedAt))
  }, [draft, place])

  const set = useCallback((name: string, value: FormValue) => {
    setState((now) => ({ ...now, values: { ...now.values, [name]: value } }))
  }, [])
  const touch = useCallback((name: string) => {
    setTouched((now) => (now.has(name) ? now : new Set(now).add(name)))
  }, [])

  const found = useMemo(() => faultsOf(values, definitions), [values, definitions])
  const faults = useMemo(() => {
    // What the server refused is refused until it is changed.
    const still = refused.filter(({ field, value }) => sameValue(values[field], value))
    return [...found, ...still.filter(({ field }) => !found.some((fault) => fault.field === field))]
  }, [found, refused, values])

  const discard = useMutation(trpc.content.discardDraft.mutationOptions())
  const scope = { id: `item ${draftId}` }
  const saving = useMutation(trpc.content.save.mutationOptions({ networkMode: 'always', scope }))
  const creating = useMutation(trpc.content.create.mutationOptions({ networkMode: 'always', scope }))

  function settle(saved: Item, sent: FormValues) {
    const next = valuesOfItem(saved, timeZone)
    setState((now) => ({
      base: next,
      revision: saved.revision,
      // What was typed while the save was on its way stays.
      values: {
        ...next,
        ...Object.fromEntries(Object.entries(now.values).filter(([name, value]) => !sameValue(value, sent[name]))),
      },
    }))
    forget()
    setRestored(null)
    setRefused([])
    setFailure(null)
    setTouched(new Set())
    setAttempt(0)
  }

  /** `extra` is set on the way, as by the buttons that publish and archive. Comes back with what is saved, null: it is not. */
  async function save(
    extra: FormValues = {},
    { told, from = state, isForYes = false }: SaveOptions = {},
  ): Promise<Pick<Item, 'revision'> | null> {
    if (focusUnreadable(element.current)) return null
    const next = { ...from.values, ...extra }
    const wrong = faultsOf(next, definitions)
    if (wrong.length > 0) {
      setState({ ...from, values: next })
      setAttempt((count) => count + 1)
      return null
    }
    const wanted = sendable(changesOf(from.base, next), fieldKeys)
    if (item && Object.keys(wanted).length === 0) return { revision: from.revision }
    setFailure(null)
    setState({ ...from, values: next })
    hold()
    try {
      const {
        item: saved,
        changeSet,
        voided,
      } = item
        ? await saving.mutateAsync({ workspace: slug, id: item.id, revision: from.revision, edit: editOf(wanted, timeZone) })
        : await creating.mutateAsync({
            workspace: slug,
            item: createOf(sendable(next, fieldKeys), timeZone),
            draft: draftId,
          })
      queries.setQueryData(trpc.content.get.queryKey({ workspace: slug, id: saved.id }), saved)
      queries.setQueryData(trpc.content.draft.queryKey({ workspace: slug, itemId: draftId }), null)
      settle(saved, next)
      if (changeSet && voided) {
        const fields = voided.because.map(fieldName).join(', ')
        const name = voided.name ?? text('told.someone')
        tell(text('told.voided', { title: saved.title, name, fields }), changeSet, { stays: true })
      } else if (changeSet)
        tell(told ? told(saved) : text(item ? 'told.saved' : 'told.created', { title: saved.title }), changeSet)
      onSaved(saved, changeSet)
      void refreshOthers()
      return saved
    } catch (error) {
      return await explain(error, { ...from, values: next }, isForYes)
    } finally {
      release()
    }
  }

  async function refreshOthers() {
    const areas = [trpc.coverage, trpc.gaps, trpc.history, trpc.workflow, trpc.content.list, trpc.content.count]
    await Promise.all(areas.map((area) => queries.invalidateQueries(area.pathFilter())))
  }

  async function explain(error: unknown, from: State, isForYes: boolean): Promise<Pick<Item, 'revision'> | null> {
    const problem = problemOf(error)
    if (problem?.code === 'conflict' && isConflict(problem.data)) return await meet(problem.data, from, isForYes)
    if (problem?.code === 'invalid' && isFaulty(problem.data)) {
      setRefused(problem.data.faults.map((fault) => ({ ...fault, value: from.values[fault.field] ?? null })))
      setAttempt((count) => count + 1)
      return null
    }
    setFailure(error)
    return null
  }

  /**
   * Fields that only one side changed go together by themselves; for the others a person chooses. Who was about to say yes to the
   * item looks at it again first.
   */
  async function meet({ current, changes: theirs }: ConflictData, from: State, isForYes: boolean) {
    const next = valuesOfItem(current, timeZone)
    const all = changesOf(from.base, from.values)
    const mine = withoutYes(all, vocabulary.step)
    const isHeldBack = isForYes || Object.keys(mine).length < Object.keys(all).length
    const rebased: State = { base: next, revision: current.revision, values: { ...next, ...mine } }
    const fields = Object.entries(mine).flatMap(([name, value]): FieldConflict[] => {
      const change = theirs.find(({ field }) => field === name)
      const there = next[name] ?? null
      if (sameValue(there, value) || (!change && sameValue(there, from.base[name]))) return []
      return [{ name, mine: value, theirs: there, by: change?.by ?? null, at: change?.at ?? null }]
    })
    queries.setQueryData(trpc.content.get.queryKey({ workspace: slug, id: current.id }), current)
    if (isHeldBack || fields.length === 0) setMerged({ fields: theirs.map(({ field }) => field), isHeldBack })
    if (isHeldBack) void queries.invalidateQueries(trpc.workflow.pathFilter())
    if (fields.length > 0) {
      // The form stays as it is until a person has chosen: saving again asks again.
      setState(from)
      setConflict({ current, fields, rebased })
      return null
    }
    if (!isHeldBack) return await save({}, { from: rebased })
    setState(rebased)
    return null
  }

  return {
    item,
    element,
    values,
    definitions,
    revision,
    set,
    touch,
    isDirty,
    hasChanges: Object.keys(changes).length > 0,
    isSaving: saving.isPending || creating.isPending,
    keeping,
    restored,
    /** Back to what is saved. */
    discard() {
      const saved = item ? valuesOfItem(item, timeZone) : base
      setState({ base: saved, values: saved, revision: item?.revision ?? 0 })
      setRestored(null)
      setRefused([])
      setTouched(new Set())
      setAttempt(0)
      setFailure(null)
      forget()
      discard.mutate({ workspace: slug, itemId: draftId })
      queries.setQueryData(trpc.content.draft.queryKey({ workspace: slug, itemId: draftId }), null)
    },
    closeRestored: () => setRestored(null),
    save,
    attempt,
    /** After an attempt to save everything that is wrong; before it only where somebody has been. */
    errorOf(name: string): string | undefined {
      const fault = faults.find(({ field }) => field === name)
      if (!fault || (attempt === 0 && !touched.has(name))) return undefined
      return wordsOf(fault)
    },
    errors: attempt === 0 ? [] : faults.map((fault) => ({ name: fault.field, message: wordsOf(fault) })),
    failure,
    conflict,
    merged,
    closeMerged: () => setMerged({ fields: [], isHeldBack: false }),
    /** `mine` names the fields whose own value stays. */
    resolve(mine: ReadonlySet<string>) {
      if (!conflict) return
      const theirs = conflict.fields.filter(({ name }) => !mine.has(name)).map(({ name, theirs: value }) => [name, value])
      const next: State = {
        ...conflict.rebased,
        values: { ...conflict.rebased.values, ...Object.fromEntries(theirs) },
      }
      setConflict(null)
      setState(next)
      void save({}, { from: next })
    },
    postpone: () => setConflict(null),
  }

  function wordsOf({ messageKey, details }: ItemFault): string {
    return anyText.has(messageKey as never) ? anyText(messageKey as never, details as never) : anyText('errors.internal' as never)
  }
}

function isConflict(data: unknown): data is ConflictData {
  return typeof data === 'object' && data !== null && 'current' in data && 'changes' in data && Array.isArray(data.changes)
}

function isFaulty(data: unknown): data is { faults: ItemFault[] } {
  return typeof data === 'object' && data !== null && 'faults' in data && Array.isArray(data.faults)
}
