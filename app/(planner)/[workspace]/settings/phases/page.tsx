import type { Metadata } from 'next'
import { Hydrate } from '@/app/_glue/rsc'
import { PhasesSection } from '@/components/settings/phases-section'
import { prefetchTerms } from '../prefetch-terms'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('phases')

export default async function SettingsPhasesPage({ params }: Props) {
  await prefetchTerms(await params, 'phase')
  return (
    <Hydrate>
      <PhasesSection />
    </Hydrate>
  )
}
