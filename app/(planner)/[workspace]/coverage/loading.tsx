import { CoverageSkeleton } from '@/components/coverage/coverage-skeleton'

export default function Loading() {
  return <CoverageSkeleton />
}
