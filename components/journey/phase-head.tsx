'use client'

import Link from 'next/link'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { PhaseLetter } from '@/components/ui/tag'

/** Letter and name; leads to the phase's items. */
export function PhaseHead({ phase, isWeakest }: { phase: string; isWeakest: boolean }) {
  const text = useText('journey')
  const { base, term, nameOf } = useWorkspace()
  const details = term('phase', phase)?.details
  return (
    <Link
      prefetch={false}
      href={`${base}/content?phase=${encodeURIComponent(phase)}`}
      data-phase-head
      className="inline-flex min-h-8 items-center gap-2 rounded-md pe-1 text-base font-medium hover:underline"
    >
      <PhaseLetter letter={details?.letter ?? ''} />
      <span>
        {nameOf('phase', phase)}
        {isWeakest ? <span className="block text-xs font-normal text-must">{text('weakest')}</span> : null}
      </span>
    </Link>
  )
}
