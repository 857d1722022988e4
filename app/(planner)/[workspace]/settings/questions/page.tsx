import type { Metadata } from 'next'
import { Hydrate } from '@/app/_glue/rsc'
import { QuestionsSection } from '@/components/settings/term-sections'
import { prefetchTerms } from '../prefetch-terms'
import { titleOf } from '../title-of'

interface Props {
  params: Promise<{ workspace: string }>
}

export const generateMetadata = (): Promise<Metadata> => titleOf('questions')

export default async function SettingsQuestionsPage({ params }: Props) {
  await prefetchTerms(await params, 'question')
  return (
    <Hydrate>
      <QuestionsSection />
    </Hydrate>
  )
}
