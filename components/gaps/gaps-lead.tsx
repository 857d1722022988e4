'use client'

import { useQuery } from '@tanstack/react-query'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'

function useCounts() {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  return useQuery(trpc.gaps.counts.queryOptions({ workspace: slug })).data
}

/** What matters about the gaps in one sentence. */
export function GapsLead() {
  const text = useText('gaps.lead')
  const { nameOf } = useWorkspace()
  const counts = useCounts()
  if (!counts) return null
  const { open, mostMusts } = counts
  if (open.must > 0)
    return text('musts', {
      must: open.must,
      phase: mostMusts === null ? 'none' : 'some',
      name: mostMusts === null ? '' : nameOf('phase', mostMusts),
    })
  return open.should + open.info > 0 ? text('rest', { should: open.should }) : text('none')
}

export function GapsLeadNote() {
  const text = useText('gaps')
  const counts = useCounts()
  if (!counts) return null
  const { open, planned, waived } = counts.state
  return text('leadNote', { open, planned, waived })
}
