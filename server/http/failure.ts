import { log } from '@/server/log'
import { loggedPath } from './client'

interface Failed {
  readonly path: string
  readonly method: string
  readonly headers: NodeJS.Dict<string | string[]>
}

export function logFailure(error: unknown, { path, method, headers }: Failed, routePath: string): void {
  log().error({ requestId: headers['x-request-id'], method, path: loggedPath(path), routePath, err: error }, 'a page failed')
}
