'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { BodyDifference } from '@/components/item/body-difference'
import { useValueWords } from '@/components/item/use-value-words'
import { useUndo } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { showError } from '@/components/ui/toast'
import type { Item } from '@/server/domain/content/item.schema'
import type { FieldChange, ItemVersion } from '@/server/domain/history/history.schema'

interface Props {
  item: Item
  version: ItemVersion
  /** The version before; null where it is not loaded or does not exist. */
  olderSeq: number | null
  isNewest: boolean
  editable: boolean
  isDirty: boolean
}

/** Follow from others, or are told by the operation. */
const untold: readonly string[] = ['deletedAt', 'groupId', 'urlKey', 'status']

/** One version: who, when, what, each field before and after, and the ways back. */
export function VersionEntry({ item, version, olderSeq, isNewest, editable, isDirty }: Props) {
  const text = useText('item.history')
  const format = useFormatter()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const { tell, undo } = useUndo()
  const { fieldName, valueWords } = useValueWords(item.type)
  const { actor, at, operation, changes } = version
  const restore = useMutation(
    trpc.history.restore.mutationOptions({
      onSuccess: ({ item: restored, changeSet, lost }) => {
        queries.setQueryData(trpc.content.get.queryKey({ workspace: slug, id: restored.id }), restored)
        if (changeSet) tell(text(lost.length > 0 ? 'restoredPartly' : 'restored'), changeSet)
        return queries.invalidateQueries()
      },
      onError: (error) => showError(problemText(error)),
    }),
  )
  const jobName = `job.${actor.id}`
  const who = actor.kind === 'job' ? text(text.has(jobName) ? jobName : 'job.other') : (actor.name ?? text('formerMember'))
  const deletion = operation === 'undo' ? changes.find(({ field }) => field === 'deletedAt') : undefined
  const operationName = `operation.${deletion ? (deletion.after === null ? 'undoTrash' : 'undoRestore') : operation}`
  const told = changes.filter(({ field }) => !untold.includes(field))
  const isCreation =
    operation === 'create' || operation === 'import' || changes.some(({ field, before }) => field === 'title' && before === null)
  return (
    <article className="border-b py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <time dateTime={at.toISOString()} className="text-ink-3">
          {format.dateTime(at, { hour: '2-digit', minute: '2-digit' })}
        </time>
        <h3 className="min-w-0 flex-1 text-base">
          {who} <span className="font-normal text-ink-2">{text(text.has(operationName) ? operationName : 'operation.edit')}</span>
        </h3>
        <span className="flex flex-wrap gap-2" data-print="hide">
          {version.canUndo && editable && !isCreation ? (
            <Button size="sm" onClick={() => void undo(version.changeSet)}>
              {text('undo')}
            </Button>
          ) : null}
          {!isNewest && editable && item.deletedAt === null ? (
            <Button
              size="sm"
              loading={restore.isPending}
              {...(isDirty ? { disabledReason: text('saveFirst') } : {})}
              onClick={() => restore.mutate({ workspace: slug, id: item.id, seq: version.seq, revision: item.revision })}
            >
              {text('restore')}
            </Button>
          ) : null}
        </span>
      </div>
      {told.length === 0 ? null : (
        <dl className="mt-1.5 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
          {told.map((change) => (
            <div key={change.field} className="contents">
              <dt className="text-ink-3">{fieldName(change.field)}</dt>
              <dd className="mb-1 min-w-0 sm:mb-0">
                {change.field === 'body' ? (
                  <BodyChange item={item} version={version} olderSeq={olderSeq} change={change} />
                ) : isCreation ? (
                  valueWords(change.field, change.after)
                ) : (
                  <>
                    <del className="text-ink-3 decoration-line-2">{valueWords(change.field, change.before)}</del>
                    <span aria-hidden> → </span>
                    <ins className="no-underline">{valueWords(change.field, change.after)}</ins>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

interface BodyProps extends Pick<Props, 'item' | 'version' | 'olderSeq'> {
  change: FieldChange
}

function BodyChange({ item, version, olderSeq, change }: BodyProps) {
  const text = useText('item.history')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" variant="quiet" className="-ms-2" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {text(isOpen ? 'hideText' : 'showText')}
      </Button>
      {isOpen ? <Difference item={item} version={version} olderSeq={olderSeq} change={change} /> : null}
    </>
  )
}

/** Long texts stand in the list with their beginning only, so both are fetched whole. */
function Difference({ item, version, olderSeq, change }: BodyProps) {
  const text = useText('item.history')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const whole = (value: unknown) => (typeof value === 'string' ? value : '')
  const question = (seq: number) =>
    trpc.history.version.queryOptions({ workspace: slug, id: item.id, seq }, { enabled: version.isCut, staleTime: 300_000 })
  const after = useQuery(question(version.seq))
  const before = useQuery(question(olderSeq ?? Math.max(1, version.seq - 1)))
  const error = after.error ?? before.error
  if (error) return <Notice tone="error">{problemText(error)}</Notice>
  if (!version.isCut)
    return <BodyDifference before={whole(change.before)} after={whole(change.after)} label={text('textChange')} />
  if (!after.data || !before.data) return <p className="text-ink-3">{text('loading')}</p>
  return (
    <BodyDifference
      before={change.before === null ? '' : before.data.body}
      after={change.after === null ? '' : after.data.body}
      label={text('textChange')}
    />
  )
}
