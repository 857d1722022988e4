import type { Reader } from '@/db/database'
import { listTerms } from '@/db/stores/vocabulary'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { vocabularyOf } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** The workspace's vocabulary, archived terms included. */
export async function getVocabulary({ actor, db }: Pick<Context, 'actor' | 'db'>): Promise<Vocabulary> {
  authorize(actor, 'item.read')
  return loadVocabulary(db.read, actor.workspaceId)
}

/** The same for commands and rules that are already allowed: also inside a write. */
export async function loadVocabulary(read: Reader, workspaceId: string): Promise<Vocabulary> {
  return vocabularyOf(await listTerms(read, workspaceId))
}
