import type { Metadata } from 'next'
import { Hydrate } from '@/app/_glue/rsc'
import { PurposesSection } from '@/components/settings/term-sections'
import { prefetchTerms } from '../prefetch-terms'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('purposes')

export default async function SettingsPurposesPage({ params }: Props) {
  await prefetchTerms(await params, 'purpose')
  return (
    <Hydrate>
      <PurposesSection />
    </Hydrate>
  )
}
