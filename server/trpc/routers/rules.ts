import { savePhrases, saveRules } from '@/server/domain/gaps/rule.commands'
import { listRules, previewRules } from '@/server/domain/gaps/rule.queries'
import { phraseSettings, ruleCounts, ruleList, ruleSave, ruleTrial } from '@/server/domain/gaps/rule-setting.schema'
import { changed } from '@/server/domain/vocabulary/term.schema'
import { procedure, router } from '../init'

export const rulesRouter = router({
  list: procedure.output(ruleList).query(({ ctx }) => listRules(ctx.domain)),
  preview: procedure
    .input(ruleTrial)
    .output(ruleCounts)
    .query(({ ctx, input }) => previewRules(ctx.domain, input.changes)),
  /** Content null: back to the presets. */
  save: procedure
    .input(ruleSave)
    .output(changed)
    .mutation(({ ctx, input }) => saveRules(ctx.domain, input)),
  savePhrases: procedure
    .input(phraseSettings)
    .output(changed)
    .mutation(({ ctx, input }) => savePhrases(ctx.domain, input)),
})
