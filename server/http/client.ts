import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface Client {
  readonly requestId: string
  readonly address: string
  readonly isHttps: boolean
}

const wellFormedId = /^[A-Za-z0-9_-]{8,64}$/

/**
 * Who asks, and over what. A client may write into `x-forwarded-*` and `x-request-id` what it likes, so they count only when as many
 * proxies as `trustedProxies` stand in front: each of them appends the address it was called from.
 */
export function clientOf(headers: IncomingHttpHeaders, socketAddress: string | undefined, trustedProxies: number): Client {
  const hops = [...String(headers['x-forwarded-for'] ?? '').split(','), socketAddress ?? '']
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '')
  const isTrusted = trustedProxies > 0
  const given = headers['x-request-id']
  return {
    requestId: isTrusted && typeof given === 'string' && wellFormedId.test(given) ? given : randomUUID(),
    address: hops.at(-1 - trustedProxies) ?? hops[0] ?? 'unknown',
    isHttps:
      isTrusted &&
      String(headers['x-forwarded-proto'] ?? '')
        .split(',')
        .at(-1)
        ?.trim() === 'https',
  }
}

/** Rewrites what the program reads further in, so that it need not know how it was reached. */
export function rewriteHeaders(headers: IncomingHttpHeaders, client: Client, trustedProxies: number): void {
  headers['x-request-id'] = client.requestId
  headers['x-forwarded-for'] = client.address
  headers['x-forwarded-proto'] = client.isHttps ? 'https' : 'http'
  delete headers['x-forwarded-port']
  delete headers.forwarded
  delete headers['x-real-ip']
  if (trustedProxies === 0 || headers['x-forwarded-host'] === undefined) headers['x-forwarded-host'] = headers.host
}

/** A path that may stand in the log: without the query, and without the secret of a single-use link. */
export function loggedPath(url: string): string {
  const path = url.split('?', 1)[0] ?? ''
  return path
    .replace(/^\/(invite|password|reset|link|review)([^/]*)\/.*/, '/$1$2/[hidden]')
    .replace(/[A-Za-z0-9_-]{40,}/g, '[hidden]')
}
