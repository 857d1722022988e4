import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { AuditSection } from '@/components/settings/audit-section'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('audit')

export default async function AuditPage({ params }: Props) {
  const { workspace } = await params
  await orNotFound(queryClient().fetchQuery(trpc.members.list.queryOptions({ workspace })))
  return (
    <Hydrate>
      <AuditSection />
    </Hydrate>
  )
}
