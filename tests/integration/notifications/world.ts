import { SMTPServer } from 'smtp-server'
import type { Post } from '@/server/domain/notifications/mailing.commands'
import { parseEnv } from '@/server/env'
import { transportOf } from '@/server/mail/transport'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly head: string
  /** The parts of the letter as they were written, put together. */
  readonly text: string
}

export interface MailServer {
  readonly port: number
  readonly letters: Received[]
  /** Addresses that it does not know. */
  readonly unknown: Set<string>
  /** While true it says "not now". */
  isBusy: boolean
  stop(): Promise<void>
}

/** A real mail server on a port of its own. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Received[] = []
  const unknown = new Set<string>()
  const refused = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (state.isBusy) return done(refused(451, 'try again later'))
      done(unknown.has(address) ? refused(550, 'no such mailbox') : null)
    },
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const raw = Buffer.concat(pieces).toString('utf8')
        const cut = raw.indexOf('\r\n\r\n')
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        letters.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          head: decodedWords(raw.slice(0, cut).replace(/\r\n[ \t]+/g, ' ')),
          text: decodedBody(raw),
        })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  const state: MailServer = {
    port: address && typeof address === 'object' ? address.port : 0,
    letters,
    unknown,
    isBusy: false,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
  return state
}

export const secret = 'a secret of at least thirty-two characters'
export const address = 'https://plan.example.org'

/** The program's own way to that server. */
export function postTo({ port }: Pick<MailServer, 'port'>): Post & { close(): void } {
  const settings = parseEnv({ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port), MAIL_FROM: 'Etappe <etappe@example.org>' })
  const transport = transportOf(settings, 'plan.example.org')
  if (!transport) throw new Error('no transport')
  return { send: transport.send, close: transport.close, address, secret }
}

/** Header lines as people read them (RFC 2047). */
function decodedWords(head: string): string {
  return head
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : quoted(word.replaceAll('_', ' ')),
    )
}

function decodedBody(raw: string): string {
  const parts = raw.split(/\r\n--[^\r\n]+/)
  return parts
    .map((part) => {
      const cut = part.indexOf('\r\n\r\n')
      const [head, body] = [part.slice(0, cut), part.slice(cut + 4)]
      if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
      return /transfer-encoding: quoted-printable/i.test(head) ? quoted(body.replace(/=\r\n/g, '')) : body
    })
    .join('\n')
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
