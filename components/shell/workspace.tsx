'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useLanguage } from '@/components/i18n/use-text'
import { useTRPC } from '@/components/trpc/client'
import type { Option } from '@/components/ui/option'
import { type Ability, type Actor, can, type Role } from '@/server/domain/access/access.rules'
import { liveTerms, termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension, Term, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'

export interface WorkspaceView
  extends Pick<Workspace, 'slug' | 'name' | 'locale' | 'timeZone' | 'country' | 'segment' | 'sellsGoods' | 'model'> {
  /** `/<slug>`: where its addresses begin. */
  readonly base: string
  readonly role: Role
  readonly actor: Actor
  can(ability: Ability): boolean
  readonly vocabulary: Vocabulary
  /** Undefined for a key that is not (or no longer) known. */
  term<D extends Dimension>(dimension: D, key: string): Term<D> | undefined
  /** In the interface's language; an unknown key stands for itself. */
  nameOf(dimension: Dimension, key: string): string
  /** What can still be chosen, in order. */
  choices<D extends Dimension>(dimension: D): Term<D>[]
  /** The same for a field to choose from; phases with their letters. */
  optionsOf(dimension: Dimension): Option[]
}

const WorkspaceContext = createContext<WorkspaceView | null>(null)

interface Props {
  slug: string
  role: Role
  userId: string
  children: ReactNode
}

/** Everything a screen knows of the workspace it stands in. The layout prefetches both queries. */
export function WorkspaceProvider({ slug, role, userId, children }: Props) {
  const trpc = useTRPC()
  const language = useLanguage()
  const { data: workspace } = useSuspenseQuery(trpc.workspaces.get.queryOptions({ workspace: slug }))
  const { data: vocabulary } = useSuspenseQuery(trpc.vocabulary.get.queryOptions({ workspace: slug }))
  const view = useMemo<WorkspaceView>(() => {
    const actor: Actor = { kind: 'member', userId, workspaceId: workspace.id, role }
    const term = <D extends Dimension>(dimension: D, key: string) => termByKey(vocabulary, dimension, key)
    return {
      ...workspace,
      base: `/${slug}`,
      role,
      actor,
      can: (ability) => can(actor, ability),
      vocabulary,
      term,
      nameOf(dimension, key) {
        const found = term(dimension, key)
        return found ? termName(found, language) : key
      },
      choices: (dimension) => liveTerms(vocabulary, dimension),
      optionsOf: (dimension) =>
        liveTerms(vocabulary, dimension).map((choice) => ({
          value: choice.key,
          label: termName(choice, language),
          ...('letter' in choice.details ? { letter: choice.details.letter } : {}),
        })),
    }
  }, [workspace, vocabulary, slug, role, userId, language])
  return <WorkspaceContext value={view}>{children}</WorkspaceContext>
}

export function useWorkspace(): WorkspaceView {
  const view = useContext(WorkspaceContext)
  if (!view) throw new Error('this component stands outside a workspace')
  return view
}
