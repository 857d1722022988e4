'use client'

import { createContext, type ReactNode, use } from 'react'

/** What every part of the shell, and every screen, can ask of it. */
export interface ShellActions {
  openPalette(): void
  openShortcuts(): void
  signOut(): void
}
const ActionsContext = createContext<ShellActions | null>(null)

export function ShellActionsProvider({ actions, children }: { actions: ShellActions; children: ReactNode }) {
  return <ActionsContext value={actions}>{children}</ActionsContext>
}

export function useShell(): ShellActions {
  const actions = use(ActionsContext)
  if (!actions) throw new Error('the shell is missing above this component')
  return actions
}
