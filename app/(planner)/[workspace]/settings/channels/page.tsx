import type { Metadata } from 'next'
import { Hydrate } from '@/app/_glue/rsc'
import { ChannelsSection } from '@/components/settings/term-sections'
import { prefetchTerms } from '../prefetch-terms'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('channels')

export default async function SettingsChannelsPage({ params }: Props) {
  await prefetchTerms(await params, 'channel')
  return (
    <Hydrate>
      <ChannelsSection />
    </Hydrate>
  )
}
