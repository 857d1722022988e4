'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { type CoverageName, notFilter, readAddress } from '@/components/coverage/coverage-address'
import { useFilter } from '@/components/filter/use-filter'
import { deliberate } from '@/components/shell/url-state'

const parsers = {
  by: parseAsString,
  mode: parseAsString,
  asOf: parseAsString,
  lens: parseAsString,
  cell: parseAsString,
  compare: parseAsString,
  columns: parseAsString,
  presentation: parseAsString,
} satisfies Record<CoverageName, typeof parseAsString>

/** Everything the screen shows, as it stands in the address, and how to change it. */
export function useCoverageAddress() {
  const [values, setValues] = useQueryStates(parsers)
  const { filter, text, ignored, setFilter } = useFilter(notFilter)
  const address = useMemo(() => readAddress((name) => values[name], text), [values, text])
  const set = useCallback(
    (change: Partial<Record<CoverageName, string | null>>) => {
      void setValues(change, deliberate)
    },
    [setValues],
  )
  return { ...address, filter, ignored: [...ignored, ...address.ignored], set, setFilter }
}

export type CoverageScreenState = ReturnType<typeof useCoverageAddress>
