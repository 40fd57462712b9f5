import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { SMTPServer } from 'smtp-server'
import { type Carrier, Refused } from './carrier.ts'
import { messageTo } from './invitation.ts'
import { smtpCarrier } from './smtp-carrier.ts'
import { webhookCarrier } from './webhook-carrier.ts'

const TO = 'head.nurse@hospital.example'
const message = messageTo(
  TO,
  { id: randomUUID(), token: 'a-token', sending: 1 },
  { urlTemplate: 'https://r.example/{token}', company: 'X' },
)

/** A mail server that answers every recipient like this, and takes what comes where the reply says so. */
async function mailServer(code: number, tls: 'starttls' | 'none' = 'none') {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, done) =>
      done(code < 400 ? null : Object.assign(new Error(`no mail for ${TO}`), { responseCode: code })),
    onData(stream, _, done) {
      stream.on('data', (chunk: Buffer) => received.push(chunk.toString()))
      stream.on('end', () => done(null))
    },
  })
  server.listen(0, '127.0.0.1')
  if (!server.server.listening) await once(server.server, 'listening')
  // A server that listens on TCP has an address of this kind.
  const { port } = server.server.address() as AddressInfo
  const options = { host: '127.0.0.1', port, tls, credentials: null, from: 'surveys@company.example' }
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { carrier: smtpCarrier(options), received, [Symbol.asyncDispose]: stop }
}

/** A receiver that answers the one status after the other, and then the last of them. */
async function receiverOf(...statuses: readonly number[]) {
  const keys: unknown[] = []
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(statuses[Math.min(keys.length, statuses.length - 1)] ?? 200)
    keys.push(request.headers['idempotency-key'])
    response.end(`{"reference": "for ${TO}"}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/`
  const stop = async () => void server.close()
  return {
    carrier: webhookCarrier({ url, secret: Buffer.from('s'), channel: 'SMS' }),
    keys,
    [Symbol.asyncDispose]: stop,
  }
}

const faultOf = (carrier: Carrier): Promise<unknown> =>
  carrier.deliver(message).then(
    () => null,
    (error: unknown) => error,
  )

describe('a mail server', () => {
  it('that takes the mail gets it with the id that every attempt has', async () => {
    await using server = await mailServer(250)
    await server.carrier.deliver(message)
    await server.carrier.deliver(message)
    const ids = [...server.received.join('').matchAll(/^Message-ID:\s+(\S+)/gim)].map(([, id]) => id)
    expect(ids).toEqual(Array(2).fill(`<${message.id}@company.example>`))
  })

  it('that refuses the address for good refuses the message, and its words go nowhere', async () => {
    await using server = await mailServer(550)
    const fault = await faultOf(server.carrier)
    expect(fault).toBeInstanceOf(Refused)
    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain(TO)
  })

  it('that is busy, or gone, is one to try again', async () => {
    const server = await mailServer(451)
    expect(await faultOf(server.carrier)).not.toBeInstanceOf(Refused)
    await server[Symbol.asyncDispose]()
    const fault = await faultOf(server.carrier)
    expect(fault).toBeInstanceOf(Error)
    expect(fault).not.toBeInstanceOf(Refused)
  })

  it('that offers no encryption gets nothing where that is asked for', async () => {
    await using server = await mailServer(250, 'starttls')
    expect(await faultOf(server.carrier)).toBeInstanceOf(Error)
    expect(server.received).toEqual([])
  })
})

describe('a receiver of text messages', () => {
  it('that fails is asked again under the same key; a reference that quotes an address is not kept', async () => {
    await using receiver = await receiverOf(503, 200)
    expect(await receiver.carrier.deliver(message)).toEqual({ reference: null })
    expect(receiver.keys).toEqual([message.id, message.id])
  })

  it('that says no is not asked again', async () => {
    await using receiver = await receiverOf(422)
    expect(await faultOf(receiver.carrier)).toBeInstanceOf(Refused)
    expect(receiver.keys).toHaveLength(1)
  })
})
