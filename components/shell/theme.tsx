'use client'

import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'

/** Light, dark or as the system has it, as `data-theme` on the html element. The nonce lets its one script run before the first paint. */
export function Theme({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem nonce={nonce} storageKey="etappe-theme">
      {children}
    </ThemeProvider>
  )
}
