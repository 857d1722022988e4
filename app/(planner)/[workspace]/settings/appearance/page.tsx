import type { Metadata } from 'next'
import { AppearanceSection } from '@/components/settings/appearance-section'
import { titleOf } from '../title-of'

export const generateMetadata = (): Promise<Metadata> => titleOf('appearance')

export default function AppearancePage() {
  return <AppearanceSection />
}
