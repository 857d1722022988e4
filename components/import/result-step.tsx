'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { CountTabs } from '@/components/import/count-tabs'
import { ReportLink } from '@/components/import/report-link'
import { isMoving } from '@/components/import/steps'
import { useCountWords } from '@/components/import/use-count-words'
import { useImport } from '@/components/import/use-import'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { showError, showSuccess } from '@/components/ui/toast'

const lists = ['skipped', 'failed', 'notes'] as const

/** The import at work (one may leave; it goes on) and what came of it, with a way back for all of it. */
export function ResultStep({ id }: { id: string }) {
  const text = useText('wizard')
  const everyText = useText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const words = useCountWords()
  const { base } = useWorkspace()
  const { place, detail, keep } = useImport(id)
  const onError = (error: unknown) => showError(problemText(error))
  const cancel = useMutation(trpc.imports.cancel.mutationOptions({ onSuccess: keep, onError }))
  const resume = useMutation(trpc.imports.resume.mutationOptions({ onSuccess: keep, onError }))
  const undo = useMutation(
    trpc.imports.undo.mutationOptions({
      onSuccess: async ({ import: saved, result }) => {
        showSuccess(
          result.refusedCount === 0
            ? text('undone', { count: result.done })
            : text('undonePartly', { count: result.done, left: result.refusedCount }),
        )
        await keep(saved)
        await queries.invalidateQueries()
      },
      onError,
    }),
  )
  const { state, progress, counts, problem } = detail
  const hasBegun = (progress?.done ?? 0) > 0
  return (
    <>
      {isMoving(state) ? (
        <section className="flex flex-col gap-3">
          <Progress
            label={text(`states.${state}`)}
            value={progress?.done ?? null}
            max={progress?.total}
            valueText={progress ? text('progress', progress) : undefined}
          />
          <p className="text-ink-2">{text('mayLeave')}</p>
          <div>
            <Button loading={cancel.isPending || state === 'cancelling'} onClick={() => cancel.mutate(place)}>
              {text('stop')}
            </Button>
          </div>
        </section>
      ) : (
        <Notice
          tone={state === 'done' ? 'success' : state === 'undone' ? 'info' : 'warning'}
          live
          title={text(`states.${state}`)}
          actions={
            <>
              {detail.canResume ? (
                <Button loading={resume.isPending} onClick={() => resume.mutate(place)}>
                  {text('resume')}
                </Button>
              ) : null}
              {detail.canUndo ? (
                <Button loading={undo.isPending} onClick={() => undo.mutate(place)}>
                  {text('undo')}
                </Button>
              ) : null}
            </>
          }
        >
          {problem ? everyText(problem.messageKey as never, problem.details as never) : null}
        </Notice>
      )}
      {counts ? (
        <>
          {isMoving(state) && !hasBegun ? null : (
            <p className="max-w-160 font-serif text-xl text-pretty">
              {state === 'undone' ? text('hadDone', counts) : words(counts)}
            </p>
          )}
          {state === 'undone' || isMoving(state) ? null : (
            <div className="flex flex-wrap gap-2">
              <LinkButton variant="primary" href={`${base}/coverage`}>
                {text('toCoverage')}
              </LinkButton>
              <LinkButton href={`${base}/content?import=${id}`}>{text('openInTable')}</LinkButton>
              <ReportLink id={id} />
            </div>
          )}
          {isMoving(state) ? null : <CountTabs id={id} counts={counts} lists={lists} />}
        </>
      ) : null}
    </>
  )
}
