import { z } from 'zod'
import { findMeanings } from '@/server/domain/vocabulary/meaning.queries'
import { mergeTerms, previewMerge } from '@/server/domain/vocabulary/merge.commands'
import { archiveTerm, createTerms, deleteTerm, editTerms } from '@/server/domain/vocabulary/term.commands'
import { countUse } from '@/server/domain/vocabulary/term.queries'
import {
  changed,
  meaning,
  movePreview,
  termArchive,
  termCreate,
  termDelete,
  termEdits,
  termMerge,
  termUse,
} from '@/server/domain/vocabulary/term.schema'
import { getVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { dimension, vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { procedure, router } from '../init'

const expectedItems = z.number().int().min(0)

export const vocabularyRouter = router({
  get: procedure.output(vocabulary).query(({ ctx }) => getVocabulary(ctx.domain)),
  use: procedure
    .input(z.object({ dimension }))
    .output(z.record(z.string(), termUse))
    .query(({ ctx, input }) => countUse(ctx.domain, input.dimension)),
  meanings: procedure
    .input(z.object({ word: z.string().trim().min(1).max(200) }))
    .output(z.array(meaning))
    .query(({ ctx, input }) => findMeanings(ctx.domain, input.word)),
  create: procedure
    .input(z.object({ term: termCreate }))
    .output(changed.extend({ key: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const { changeSet, terms } = await createTerms(ctx.domain, [input.term])
      return { changeSet, key: terms[0]?.key ?? '' }
    }),
  edit: procedure
    .input(z.object({ save: termEdits }))
    .output(changed)
    .mutation(({ ctx, input }) => editTerms(ctx.domain, input.save)),
  archive: procedure
    .input(termArchive)
    .output(changed)
    .mutation(({ ctx, input }) => archiveTerm(ctx.domain, input)),
  delete: procedure
    .input(termDelete)
    .output(changed)
    .mutation(({ ctx, input }) => deleteTerm(ctx.domain, input)),
  previewMerge: procedure
    .input(termMerge)
    .output(movePreview)
    .query(({ ctx, input }) => previewMerge(ctx.domain, input)),
  merge: procedure
    .input(termMerge.extend({ expectedItems }))
    .output(changed.extend({ moved: movePreview }))
    .mutation(({ ctx, input }) => mergeTerms(ctx.domain, input, input.expectedItems)),
})
