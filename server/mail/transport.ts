import nodemailer from 'nodemailer'
import type { Mail } from '@/server/domain/notifications/letter.rules'
import type { Env } from '@/server/env'

type Settings = Pick<Env, 'SMTP_URL' | 'SMTP_HOST' | 'SMTP_PORT' | 'SMTP_USER' | 'SMTP_PASSWORD' | 'SMTP_SECURE' | 'MAIL_FROM'>

export interface Transport {
  /** Says why an address was refused for good; what may go better later is thrown. */
  send(mail: Mail): Promise<{ refused: string | null }>
  close(): void
}

const patienceMs = 20_000

/** Undefined when no mail server is set. `host` stands behind the @ of the ids of mails. */
export function transportOf(settings: Settings, host: string): Transport | undefined {
  const { MAIL_FROM: from } = settings
  if (!from || !(settings.SMTP_URL || settings.SMTP_HOST)) return undefined
  const timeouts = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
  // Nothing in a mail is ever fetched from an address or read from a file.
  const harmless = { disableFileAccess: true, disableUrlAccess: true }
  const smtp = nodemailer.createTransport({ ...serverOf(settings), ...timeouts, ...harmless })
  return {
    async send({ to, subject, text, html, id, unsubscribe }) {
      try {
        await smtp.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}@${host}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe
              ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
              : {}),
          },
        })
        return { refused: null }
      } catch (error) {
        const reason = refusalOf(error)
        if (reason === undefined) throw error
        return { refused: reason }
      }
    },
    close: () => smtp.close(),
  }
}

function serverOf({ SMTP_URL, SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_SECURE }: Settings) {
  if (SMTP_URL) return { url: SMTP_URL }
  const secure = SMTP_SECURE ?? SMTP_PORT === 465
  return {
    host: SMTP_HOST,
    port: SMTP_PORT ?? (secure ? 465 : 587),
    secure,
    ...(SMTP_USER ? { auth: { user: SMTP_USER, pass: SMTP_PASSWORD ?? '' } } : {}),
  }
}

/** The server's no to this letter or address; a no to us (sign-in) and every "not now" is none. */
function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, responseCode, response } = error as Error & { code?: string; responseCode?: number; response?: string }
  const isOfLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (!isOfLetter || responseCode === undefined || responseCode < 500) return undefined
  return response ?? error.message
}
