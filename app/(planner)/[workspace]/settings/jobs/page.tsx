import type { Metadata } from 'next'
import { mayHere, orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { JobsSection } from '@/components/settings/jobs-section'
import { NoRights } from '@/components/settings/no-rights'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('jobs')

export default async function SettingsJobsPage({ params }: Props) {
  const { workspace } = await params
  const queries = queryClient()
  if (!(await mayHere(workspace, 'job.read'))) {
    await orNotFound(queries.fetchQuery(trpc.members.list.queryOptions({ workspace })))
    return (
      <Hydrate>
        <NoRights section="jobs" ability="job.read" />
      </Hydrate>
    )
  }
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
