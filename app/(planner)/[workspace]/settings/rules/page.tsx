import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { RulesSection } from '@/components/settings/rules-section'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('rules')

export default async function SettingsRulesPage({ params }: Props) {
  const { workspace } = await params
  await orNotFound(queryClient().fetchQuery(trpc.rules.list.queryOptions({ workspace })))
  return (
    <Hydrate>
      <RulesSection />
    </Hydrate>
  )
}
