import { moveOnBoard } from '@/server/domain/board/board.commands'
import { getBoard, getBoardColumn } from '@/server/domain/board/board.queries'
import { board, boardColumnInput, boardColumnPage, boardInput, boardMove, boardMoved } from '@/server/domain/board/board.schema'
import { procedure, router } from '../init'

export const boardRouter = router({
  get: procedure
    .input(boardInput)
    .output(board)
    .query(({ ctx, input }) => getBoard(ctx.domain, input)),
  column: procedure
    .input(boardColumnInput)
    .output(boardColumnPage)
    .query(({ ctx, input }) => getBoardColumn(ctx.domain, input)),
  move: procedure
    .input(boardMove)
    .output(boardMoved)
    .mutation(({ ctx, input }) => moveOnBoard(ctx.domain, input)),
})
