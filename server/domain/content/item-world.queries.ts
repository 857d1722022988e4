import { type ItemWorld, itemWorldOf } from '@/server/domain/content/item.rules'
import type { Context } from '@/server/domain/context'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { vaguePhrases } from '@/server/presets/vague-phrases'

/** What writing items needs to know of the workspace. Read before the write; made once for any number of items. */
export interface WritingWorld extends ItemWorld {
  /** Phrases that promise nothing: the workspace's own list, else the preset ones of both languages. */
  readonly phrases: readonly string[]
  readonly held: WorkspaceFacts
}

/** For commands that have authorized already. */
export async function loadWritingWorld({ db, now }: Pick<Context, 'db' | 'now'>, workspaceId: string): Promise<WritingWorld> {
  const held = await loadFacts({ db }, workspaceId)
  const { vocabulary, workspace } = held
  return { ...itemWorldOf(vocabulary, momentOf(now().getTime(), workspace.timeZone)), phrases: phrasesOf(workspace), held }
}

export const phrasesOf = ({ vaguePhrases: own }: { vaguePhrases: string[] | null }): readonly string[] =>
  own ?? [...vaguePhrases.de, ...vaguePhrases.en]
