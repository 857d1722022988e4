import { z } from 'zod'
import { getPicture, listFoundValues } from '@/server/domain/coverage/coverage.queries'
import { coverageQuestion } from '@/server/domain/coverage/coverage.schema'
import { getCell, listCellItems } from '@/server/domain/coverage/coverage-cell.queries'
import { listItemCells } from '@/server/domain/coverage/coverage-item.queries'
import {
  cellItems,
  cellItemsQuestion,
  cellQuestion,
  cellView,
  coveragePicture,
  foundValues,
  itemCells,
} from '@/server/domain/coverage/coverage-picture.schema'
import { procedure, router } from '../init'

export const coverageRouter = router({
  grid: procedure
    .input(coverageQuestion)
    .output(coveragePicture)
    .query(({ ctx, input }) => getPicture(ctx.domain, input)),
  cell: procedure
    .input(cellQuestion)
    .output(cellView)
    .query(({ ctx, input }) => getCell(ctx.domain, input)),
  cellItems: procedure
    .input(cellItemsQuestion)
    .output(cellItems)
    .query(({ ctx, input }) => listCellItems(ctx.domain, input)),
  whereItCounts: procedure
    .input(z.object({ id: z.string().max(80) }))
    .output(itemCells)
    .query(({ ctx, input }) => listItemCells(ctx.domain, input.id)),
  foundValues: procedure.output(foundValues).query(({ ctx }) => listFoundValues(ctx.domain)),
})
