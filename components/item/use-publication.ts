'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import type { ItemForm } from '@/components/item/use-item-form'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { formatDay } from '@/components/ui/day-text'
import { showError } from '@/components/ui/toast'
import type { BulkResult } from '@/server/domain/content/bulk.schema'
import type { Item } from '@/server/domain/content/item.schema'
import type { Confirmation } from '@/server/domain/freshness/freshness.schema'

/** form: it is not saved, or not as it was seen; the form says why. */
type Outcome = 'done' | 'refused' | 'form'

interface Act {
  readonly act: (revision: number) => Promise<BulkResult & Partial<Confirmation>>
  readonly told: (day: string) => string
  readonly ask?: 'publish' | 'unpublish'
  readonly seen?: number
}

type Schedule = { publishAt?: Date | null; unpublishAt?: Date | null }

/** What makes an item live or takes it offline, now or at a time. What is typed and not saved is saved first. */
export function usePublication(item: Item, form: Pick<ItemForm, 'save' | 'isDirty' | 'revision'>) {
  const text = useText('publication.told')
  const asks = useText('shell.undo.asks')
  const words = useText()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug } = useWorkspace()
  const language = useLanguage()
  const target = { workspace: slug, ids: [item.id] }
  const { title } = item

  const acting = useMutation({
    async mutationFn({ act, told, ask, seen = form.revision }: Act): Promise<Outcome> {
      const saved = form.isDirty ? await form.save({}, { isForYes: true }) : { revision: seen }
      if (!saved) return 'form'
      const { failed, changeSet, reviewBy } = await act(saved.revision)
      const [failure] = failed
      await queries.invalidateQueries()
      if (failure) {
        showError(words(failure.messageKey as never, failure.details as never))
        return failure.messageKey === 'publication.problem.changedMeanwhile' ? 'form' : 'refused'
      }
      if (changeSet) tell(told(reviewBy ? formatDay(reviewBy, language) : ''), changeSet, ask ? { asks: asks(ask) } : {})
      return 'done'
    },
    onError: (error) => showError(problemText(error)),
  })
  const run = (...given: Parameters<typeof acting.mutateAsync>) => acting.mutateAsync(...given).catch((): Outcome => 'refused')
  return {
    isBusy: acting.isPending,
    /** `seen`: the revision of the item that is agreed to. */
    publish: (seen: number) =>
      run({
        seen,
        act: (revision) => client.publication.publish.mutate({ ...target, revision }),
        told: () => text('published', { title }),
        ask: 'publish',
      }),
    unpublish: () =>
      run({
        act: () => client.publication.unpublish.mutate(target),
        told: () => text('unpublished', { title }),
        ask: 'unpublish',
      }),
    schedule: (schedule: Schedule, seen?: number) =>
      run({
        ...(seen === undefined ? {} : { seen }),
        act: (revision) =>
          client.publication.schedule.mutate({ ...target, ...schedule, ...(seen === undefined ? {} : { revision }) }),
        told: () => text('scheduled', { title }),
      }),
    clear: () => run({ act: () => client.publication.clear.mutate(target), told: () => text('cleared', { title }) }),
    confirmValid: () =>
      run({
        act: () => client.publication.stillValid.mutate(target),
        told: (day) => text('valid', { title, day }),
      }),
    async retry() {
      try {
        await client.publication.retry.mutate(target)
        await queries.invalidateQueries(trpc.publication.pathFilter())
      } catch (error) {
        showError(problemText(error))
      }
    },
  }
}

export type Publication = ReturnType<typeof usePublication>
