'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { type GapName, type GapsAddress, readGapsAddress } from '@/components/gaps/gaps-address'
import { deliberate, typing } from '@/components/shell/url-state'

const parsers = {
  state: parseAsString,
  severity: parseAsString,
  phase: parseAsString,
  owner: parseAsString,
  rule: parseAsString,
  group: parseAsString,
  page: parseAsString,
  gap: parseAsString,
} satisfies Record<GapName, typeof parseAsString>

export interface GapsAddressState extends GapsAddress {
  /** Lists as `a,b`; null takes a name out of the address. Another filter begins at the first page. */
  set(change: Partial<Record<GapName, string | null>>): void
  /** Opens a gap, or closes what is open. Moving from one open gap to the next is no step to go back to. */
  open(gap: string | null): void
}

export function useGapsAddress(): GapsAddressState {
  const [values, setValues] = useQueryStates(parsers)
  const address = useMemo(() => readGapsAddress((name) => values[name]), [values])
  const set = useCallback(
    (change: Partial<Record<GapName, string | null>>) => {
      void setValues('page' in change ? change : { ...change, page: null, gap: null }, deliberate)
    },
    [setValues],
  )
  const isOpen = address.gap !== null
  const open = useCallback(
    (gap: string | null) => void setValues({ gap }, isOpen && gap !== null ? typing : deliberate),
    [setValues, isOpen],
  )
  return { ...address, set, open }
}
