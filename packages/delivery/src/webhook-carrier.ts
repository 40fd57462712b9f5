import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Carrier, type Channel, keptReference, Refused } from './carrier.ts'

export interface WebhookOptions {
  readonly url: string
  /** Shared with whoever receives: signs each body. */
  readonly secret: Buffer
  readonly channel: Exclude<Channel, 'EMAIL'>
}

const LONGEST_SILENCE_MS = 10_000
const PAUSES_MS = [500, 2_000, 8_000]

/**
 * Text messages by an HTTP endpoint: a POST of JSON, signed as `t=<seconds>,v1=<HMAC-SHA-256 of "<seconds>.<body>" in hex>`
 * in `x-afterline-signature`. `idempotency-key` is the same for every attempt at one invitation. A 2xx is a receipt, with the
 * provider's `reference` in its JSON; 408, 425, 429 and 5xx are tried again; every other answer refuses the message for good.
 */
export function webhookCarrier({ url, secret, channel }: WebhookOptions): Carrier {
  const attempt = async (id: string, body: string): Promise<Response> => {
    const seconds = Math.floor(Date.now() / 1000)
    const mark = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
    return fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        'x-afterline-signature': `t=${seconds},v1=${mark}`,
      },
      signal: AbortSignal.timeout(LONGEST_SILENCE_MS),
    })
  }
  return {
    channel,
    async deliver({ id, to, text, link }) {
      const body = JSON.stringify({ id, channel, to, text, link })
      for (const pauseMs of [...PAUSES_MS, null]) {
        const response = await attempt(id, body).catch(() => null)
        if (response?.ok) return { reference: keptReference(await referenceIn(response), to) }
        await response?.body?.cancel()
        const status = response?.status ?? 0
        if (status !== 0 && !isPassing(status)) throw new Refused(String(status))
        if (pauseMs === null)
          throw Object.assign(new Error('the provider did not answer as it should'), { code: status })
        await pause(pauseMs)
      }
      throw new Error('unreachable: the last attempt returns or throws')
    },
  }
}

/** 401 and 403 say something of our secret, and nothing of the message. */
const isPassing = (status: number) => [401, 403, 408, 425, 429].includes(status) || status >= 500

async function referenceIn(response: Response): Promise<unknown> {
  const told: unknown = await response.json().catch(() => null)
  return typeof told === 'object' && told !== null && 'reference' in told ? told.reference : null
}
