import type { Metadata } from 'next'
import { Hydrate } from '@/app/_glue/rsc'
import { StepsSection } from '@/components/settings/steps-section'
import { prefetchTerms } from '../prefetch-terms'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('workflow')

export default async function SettingsWorkflowPage({ params }: Props) {
  await prefetchTerms(await params, 'step')
  return (
    <Hydrate>
      <StepsSection />
    </Hydrate>
  )
}
