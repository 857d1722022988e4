'use client'

import type { ReactNode } from 'react'
import { useText } from '@/components/i18n/use-text'
import { type ImportStep, importSteps } from '@/components/import/steps'
import { useWorkspace } from '@/components/shell/workspace'
import { LinkButton } from '@/components/ui/link-button'

/** One step back, one step on. `main` takes the place of the way on where that is more than a link. */
export function StepFoot({ id, step, main }: { id: string; step: ImportStep; main?: ReactNode }) {
  const text = useText('wizard')
  const { base } = useWorkspace()
  const at = importSteps.indexOf(step)
  const before = importSteps[at - 1]
  const next = importSteps[at + 1]
  return (
    <footer
      data-lifts-toasts
      className="sticky bottom-14 z-10 flex flex-wrap justify-between gap-2 border-t border-line bg-paper py-3 md:bottom-0"
    >
      <LinkButton variant="quiet" href={before ? `${base}/import/${id}/${before}` : `${base}/import`}>
        {text('back')}
      </LinkButton>
      {main ??
        (next ? (
          <LinkButton variant="primary" href={`${base}/import/${id}/${next}`}>
            {text('next', { step: text(`step.${next}`) })}
          </LinkButton>
        ) : null)}
    </footer>
  )
}
