import { router } from './init'

/** Every procedure of the program, one router per concept. */
export const appRouter = router({})
export type AppRouter = typeof appRouter
