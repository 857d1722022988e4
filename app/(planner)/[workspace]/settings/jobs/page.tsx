import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { mayHere, orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { JobsSection } from '@/components/settings/jobs-section'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('jobs')

export default async function SettingsJobsPage({ params }: Props) {
  const { workspace } = await params
  if (!(await mayHere(workspace, 'job.read'))) notFound()
  const queries = queryClient()
  await Promise.all([
    orNotFound(queries.fetchQuery(trpc.jobs.overview.queryOptions({ workspace }))),
    queries.prefetchQuery(trpc.publication.failures.queryOptions({ workspace })),
  ])
  return (
    <Hydrate>
      <JobsSection />
    </Hydrate>
  )
}
