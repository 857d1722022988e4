'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { CountTabs } from '@/components/import/count-tabs'
import { ReportLink } from '@/components/import/report-link'
import { StepFoot } from '@/components/import/step-foot'
import { useCountWords } from '@/components/import/use-count-words'
import { useImport } from '@/components/import/use-import'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'

const lists = ['create', 'update', 'unchanged', 'skipped', 'failed', 'notes'] as const

/** What the import would do, row by row, before anything is done. */
export function CheckStep({ id }: { id: string }) {
  const text = useText('wizard')
  const trpc = useTRPC()
  const router = useRouter()
  const problemText = useProblemText()
  const words = useCountWords()
  const { base } = useWorkspace()
  const { place, keep } = useImport(id)
  const { data, error, isFetching, refetch } = useQuery({
    ...trpc.imports.dryRun.queryOptions(place),
    retry: false,
    staleTime: 0,
  })
  const commit = useMutation(
    trpc.imports.commit.mutationOptions({
      onSuccess: async (saved) => {
        await keep(saved)
        router.push(`${base}/import/${id}/result`)
      },
    }),
  )
  const problem = commit.error ?? error
  if (error)
    return (
      <Notice
        tone="error"
        live
        title={text('cannotCheck')}
        actions={
          <>
            <Button loading={isFetching} onClick={() => void refetch()}>
              {text('again')}
            </Button>
            <LinkButton href={`${base}/import`}>{text('otherFile')}</LinkButton>
          </>
        }
      >
        {problemText(error)}
      </Notice>
    )
  if (!data) return <SkeletonRows rows={6} label={text('checking')} />
  const { counts, newTerms, revision } = data
  const changes = counts.create + counts.update
  return (
    <div className="flex flex-col gap-6" aria-busy={isFetching}>
      <p className="max-w-160 font-serif text-xl text-pretty">{words(counts)}</p>
      {newTerms.length > 0 ? (
        <div>
          <h2 className="mb-2">{text('newTerms')}</h2>
          <div className="flex flex-wrap gap-1.5">
            {newTerms.map(({ dimension, key, name }) => (
              <Badge key={`${dimension} ${key}`}>{name}</Badge>
            ))}
          </div>
        </div>
      ) : null}
      <CountTabs key={revision} id={id} counts={counts} lists={lists} />
      <div>
        <ReportLink id={id} />
      </div>
      {problem ? (
        <Notice tone="error" live>
          {problemText(problem)}
        </Notice>
      ) : null}
      <StepFoot
        id={id}
        step="check"
        main={
          <Button
            variant="primary"
            size="lg"
            loading={commit.isPending}
            disabled={changes === 0}
            onClick={() => commit.mutate({ ...place, revision })}
          >
            {changes === 0 ? text('nothingToDo') : text('commit', { count: changes })}
          </Button>
        }
      />
    </div>
  )
}
