'use client'

import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'

/** Something a screen offers in the palette while it is open: an action on its selection, for instance. */
export interface PaletteAction {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly keywords?: readonly string[]
  run(): void
}

type Groups = readonly (readonly PaletteAction[])[]
const GroupsContext = createContext<Groups>([])
const AddContext = createContext<((group: readonly PaletteAction[]) => () => void) | null>(null)

export function PaletteActionsProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<Groups>([])
  const add = useCallback((group: readonly PaletteAction[]) => {
    setGroups((list) => [...list, group])
    return () => setGroups((list) => list.filter((other) => other !== group))
  }, [])
  return (
    <AddContext value={add}>
      <GroupsContext value={groups}>{children}</GroupsContext>
    </AddContext>
  )
}

export const useOfferedActions = (): readonly PaletteAction[] => use(GroupsContext).flat()

/** Offers actions in the palette while mounted. Give a memoised list. */
export function usePaletteActions(actions: readonly PaletteAction[]): void {
  const add = use(AddContext)
  useEffect(() => (add && actions.length > 0 ? add(actions) : undefined), [add, actions])
}
