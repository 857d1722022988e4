import type { Instrumentation } from 'next'

/** A page or a route that throws what nobody expected: in the log with the id of its request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath }) => {
  // The framework also compiles this for a runtime that has no Node; the condition keeps what follows out of that one.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logFailure } = await import('@/server/http/failure')
  logFailure(error, request, routePath)
}
