'use client'

import type { ReactNode } from 'react'
import { Csp } from './csp.tsx'
import { LiveRegion } from './live-region.tsx'
import { Toasts } from './toast.tsx'
import { TooltipDelay } from './tooltip.tsx'
import { type UiWords, UiWordsProvider } from './ui-words.tsx'

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
