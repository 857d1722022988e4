'use client'

import { Coverage } from '@/components/coverage/coverage'

/** Features do not know each other; here they meet. */
export function CoverageScreen() {
  return <Coverage />
}
