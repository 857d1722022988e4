import { router } from './init'
import { accountRouter } from './routers/account'
import { journeyRouter } from './routers/journey'
import { membersRouter } from './routers/members'
import { startRouter } from './routers/start'
import { targetsRouter } from './routers/targets'
import { vocabularyRouter } from './routers/vocabulary'
import { workspacesRouter } from './routers/workspaces'

/** Every procedure of the program, one router per concept. */
export const appRouter = router({
  account: accountRouter,
  journey: journeyRouter,
  members: membersRouter,
  start: startRouter,
  targets: targetsRouter,
  vocabulary: vocabularyRouter,
  workspaces: workspacesRouter,
})
export type AppRouter = typeof appRouter
