'use client'

import type { ReactNode } from 'react'
import { Csp } from '@/components/ui/csp'
import { LiveRegion } from '@/components/ui/live-region'
import { Toasts } from '@/components/ui/toast'
import { TooltipDelay } from '@/components/ui/tooltip'
import { type UiWords, UiWordsProvider } from '@/components/ui/ui-words'

/** Everything the primitives need from above, once, around the whole program. */
export function UiProvider({ nonce, words, children }: { nonce?: string; words: UiWords; children: ReactNode }) {
  return (
    <Csp nonce={nonce}>
      <UiWordsProvider words={words}>
        <TooltipDelay>
          <LiveRegion>
            {children}
            <Toasts />
          </LiveRegion>
        </TooltipDelay>
      </UiWordsProvider>
    </Csp>
  )
}
