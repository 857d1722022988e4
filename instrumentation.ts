import type { Instrumentation } from 'next'
import { loggedPath } from '@/server/http/client'
import { log } from '@/server/log'

/** A page or a route that throws what nobody expected: in the log with the id that the person sees beside the error. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath, routeType }) => {
  const requestId = request.headers['x-request-id']
  log().error(
    { requestId, method: request.method, path: loggedPath(request.path), routePath, routeType, err: error },
    'a page failed',
  )
}
