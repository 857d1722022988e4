import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { model } from '@/server/domain/coverage/coverage.schema'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { knownWords } from '@/server/domain/vocabulary/known-words'
import { findTerm } from '@/server/domain/vocabulary/synonyms.rules'
import { type Meaning, meaningDimensions } from '@/server/domain/vocabulary/term.schema'

/** What a searched word means in the vocabulary. Nothing when it is no name, key or synonym of a term that is in use. */
export async function findMeanings(context: Context, word: string): Promise<Meaning[]> {
  authorize(context.actor, 'item.read')
  const { vocabulary, workspace } = await loadFacts(context, context.actor.workspaceId)
  const known = knownWords(model.safeParse(workspace.model).data ?? null)
  return meaningDimensions.flatMap((dimension): Meaning[] => {
    const found = findTerm(word, dimension, vocabulary, known)
    if (found.kind === 'none') return []
    const keys = found.kind === 'one' ? [found.key] : found.keys
    const live = keys.filter((key) => vocabulary[dimension].some((term) => term.key === key && term.archivedAt === null))
    return live.length === 0 ? [] : [{ dimension, keys: live }]
  })
}
