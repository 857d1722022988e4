import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { faultOf, isPrivate } from '@/server/domain/hooks/target-address.rules'

interface Reach {
  readonly allowsPrivate: boolean
  readonly timeoutMs?: number
}

const patienceMs = 10_000
const longestAnswer = 300

/**
 * Sends a JSON message. The name is looked up once and the connection goes to exactly that machine, so nobody can pass the check
 * with one address and be called at another. Redirects are not followed. Null when it arrived, else why not.
 */
export async function postJson(
  url: string,
  message: unknown,
  { allowsPrivate, timeoutMs = patienceMs }: Reach,
): Promise<string | null> {
  const fault = faultOf(url, allowsPrivate)
  if (fault) return fault
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  try {
    const [machine] = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true })
    if (!machine) return 'unknownHost'
    if (!allowsPrivate && isPrivate(machine.address)) return 'privateAddress'
    return await send(target, machine, JSON.stringify(message), timeoutMs)
  } catch (error) {
    // Messages of the network name hosts at most, never the path, in which the secret is.
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'unknownHost' : code || 'unreachable'
  }
}

function send(
  target: URL,
  machine: { address: string; family: number },
  body: string,
  timeoutMs: number,
): Promise<string | null> {
  const { request } = target.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const outgoing = request(
      target,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        lookup: (_host, options, found) => (options.all ? found(null, [machine]) : found(null, machine.address, machine.family)),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Etappe',
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0
        let said = ''
        answer.setEncoding('utf8')
        answer.on('error', reject)
        answer.on('data', (piece: string) => {
          if (said.length < longestAnswer) said += piece.slice(0, longestAnswer)
        })
        answer.on('end', () => {
          const told = said.replace(/\s+/g, ' ').trim().slice(0, 100)
          resolve(status >= 200 && status < 300 ? null : `${status}${told ? ` ${told}` : ''}`)
        })
      },
    )
    outgoing.on('error', (error) =>
      error.name === 'AbortError' || error.name === 'TimeoutError' ? resolve('timeout') : reject(error),
    )
    outgoing.end(body)
  })
}
