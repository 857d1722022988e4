import { router } from './init'
import { accountRouter } from './routers/account'
import { activityRouter } from './routers/activity'
import { boardRouter } from './routers/board'
import { briefsRouter } from './routers/briefs'
import { bulkRouter } from './routers/bulk'
import { calendarRouter } from './routers/calendar'
import { campaignsRouter } from './routers/campaigns'
import { commentsRouter } from './routers/comments'
import { contentRouter } from './routers/content'
import { coverageRouter } from './routers/coverage'
import { feedsRouter } from './routers/feeds'
import { gapsRouter } from './routers/gaps'
import { historyRouter } from './routers/history'
import { hooksRouter } from './routers/hooks'
import { importsRouter } from './routers/imports'
import { jobsRouter } from './routers/jobs'
import { journeyRouter } from './routers/journey'
import { membersRouter } from './routers/members'
import { myWorkRouter } from './routers/my-work'
import { notificationsRouter } from './routers/notifications'
import { publicationRouter } from './routers/publication'
import { reviewLinksRouter } from './routers/review-links'
import { rulesRouter } from './routers/rules'
import { startRouter } from './routers/start'
import { targetsRouter } from './routers/targets'
import { tasksRouter } from './routers/tasks'
import { viewsRouter } from './routers/views'
import { vocabularyRouter } from './routers/vocabulary'
import { workflowRouter } from './routers/workflow'
import { workspacesRouter } from './routers/workspaces'

/** Every procedure of the program, one router per concept. */
export const appRouter = router({
  account: accountRouter,
  activity: activityRouter,
  briefs: briefsRouter,
  board: boardRouter,
  bulk: bulkRouter,
  calendar: calendarRouter,
  campaigns: campaignsRouter,
  comments: commentsRouter,
  content: contentRouter,
  coverage: coverageRouter,
  feeds: feedsRouter,
  gaps: gapsRouter,
  history: historyRouter,
  hooks: hooksRouter,
  imports: importsRouter,
  journey: journeyRouter,
  jobs: jobsRouter,
  members: membersRouter,
  reviewLinks: reviewLinksRouter,
  publication: publicationRouter,
  myWork: myWorkRouter,
  notifications: notificationsRouter,
  rules: rulesRouter,
  start: startRouter,
  targets: targetsRouter,
  tasks: tasksRouter,
  views: viewsRouter,
  vocabulary: vocabularyRouter,
  workflow: workflowRouter,
  workspaces: workspacesRouter,
})
export type AppRouter = typeof appRouter
