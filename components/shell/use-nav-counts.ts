'use client'

import type { PlaceKey } from '@/components/shell/places'

/** Numbers beside the names of screens; absent until they are known. */
export function useNavCounts(): Partial<Record<PlaceKey, number>> {
  return {}
}
