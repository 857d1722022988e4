import type { Metadata } from 'next'
import { Hydrate } from '@/app/_glue/rsc'
import { PersonasSection } from '@/components/settings/term-sections'
import { prefetchTerms } from '../prefetch-terms'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('personas')

export default async function SettingsPersonasPage({ params }: Props) {
  await prefetchTerms(await params, 'persona')
  return (
    <Hydrate>
      <PersonasSection />
    </Hydrate>
  )
}
