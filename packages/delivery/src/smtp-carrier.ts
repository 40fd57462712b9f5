import { createTransport } from 'nodemailer'
import { type Carrier, keptReference, Refused } from './carrier.ts'

export interface SmtpOptions {
  readonly host: string
  readonly port: number
  /** TLS from the first byte, by STARTTLS or not at all (then, too, no credentials are sent). */
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly credentials: { readonly user: string; readonly pass: string } | null
  readonly from: string
}

const LONGEST_SILENCE_MS = 20_000
/** Replies that begin like this are meant for good (RFC 5321, 4.2.1). */
const FOR_GOOD = 500

/** E-mail by a mail server. Its certificate is verified. */
export function smtpCarrier({ host, port, tls, credentials, from }: SmtpOptions): Carrier {
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(credentials === null || tls === 'none' ? {} : { auth: credentials }),
    connectionTimeout: LONGEST_SILENCE_MS,
    greetingTimeout: LONGEST_SILENCE_MS,
    socketTimeout: LONGEST_SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.replace(/^.*@/, '').replace(/[^A-Za-z0-9.-]/g, '')
  return {
    channel: 'EMAIL',
    async deliver({ id, to, subject, text, html }) {
      const sent = await transport
        .sendMail({
          from,
          // An object, so that a comma in it makes no second recipient.
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        .catch((error: unknown) => {
          throw told(error)
        })
      return { reference: keptReference(/queued as ([^\s<>]+)/i.exec(sent.response)?.[1], to) }
    },
  }
}

/** Errors of the library quote addresses and what the server said: only codes are told. */
function told(error: unknown): Error {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string }
  // Before there was a recipient, nothing is said of this message: the server is busy, or is not set up as it should be.
  const isOfMessage = code === 'EENVELOPE' || code === 'EMESSAGE' || command === 'DATA'
  if (isOfMessage && responseCode !== undefined && responseCode >= FOR_GOOD) return new Refused(String(responseCode))
  return Object.assign(new Error('the mail server did not take the message'), { code: String(responseCode ?? code) })
}
