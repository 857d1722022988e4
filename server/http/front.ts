import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { clientOf, loggedPath, rewriteHeaders } from './client'
import { type Refusal, refusalOf } from './guard'
import type { Health } from './health'
import { policyOfData, securityHeaders } from './security-headers'

interface Behind {
  /** The framework. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  health(): Promise<Health>
  readonly publicUrl: string | undefined
  readonly trustedProxies: number
  readonly log: Logger
}

/** The door in front of the framework: says who asks, turns away what must not come in, answers health itself, and logs every request. */
export function front({ handle, health, publicUrl, trustedProxies, log }: Behind): RequestListener {
  return (request, response) => {
    const startedAt = performance.now()
    const method = request.method ?? 'GET'
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const client = clientOf(request.headers, request.socket.remoteAddress, trustedProxies)
    response.on('close', () => {
      const level = path.startsWith('/_next/') ? 'debug' : response.statusCode >= 500 ? 'error' : 'info'
      const ms = Math.round((performance.now() - startedAt) * 10) / 10
      const { requestId, address } = client
      const line = { requestId, method, path: loggedPath(path), status: response.statusCode, ms, address }
      log[level](response.writableFinished ? line : { ...line, isAborted: true }, 'request')
    })

    response.setHeader('x-request-id', client.requestId)
    const isHttps = client.isHttps || publicUrl?.startsWith('https:') === true
    for (const [name, value] of Object.entries(securityHeaders(isHttps))) response.setHeader(name, value)
    if (path.startsWith('/api/')) response.setHeader('content-security-policy', policyOfData)

    const arrival = { method, path, header: (name: string) => request.headers[name]?.toString() }
    const refusal = refusalOf(arrival, publicUrl)
    if (refusal) return refuse(response, refusal)
    rewriteHeaders(request.headers, client, trustedProxies)
    const answered = path === '/api/health' ? answerHealth(response, health()) : handle(request, response)
    answered.catch((error: unknown) => {
      log.error({ requestId: client.requestId, err: error }, 'a request failed')
      if (response.headersSent) response.destroy()
      else answerJson(response, 500, { problem: { code: 'internal', messageKey: 'errors.internal', details: {} } })
    })
  }
}

function refuse(response: ServerResponse, { status, code, messageKey }: Refusal): void {
  // The body stays unread, so the connection cannot be used again.
  response.setHeader('connection', 'close')
  answerJson(response, status, { problem: { code, messageKey, details: {} } })
}

async function answerHealth(response: ServerResponse, health: Promise<Health>): Promise<void> {
  const found = await health
  answerJson(response, found.status === 'failing' ? 503 : 200, found)
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.end(JSON.stringify(body))
}
