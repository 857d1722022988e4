import type { Metadata } from 'next'
import { Hydrate } from '@/app/_glue/rsc'
import { TopicsSection } from '@/components/settings/term-sections'
import { prefetchTerms } from '../prefetch-terms'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('topics')

export default async function SettingsTopicsPage({ params }: Props) {
  await prefetchTerms(await params, 'topic')
  return (
    <Hydrate>
      <TopicsSection />
    </Hydrate>
  )
}
