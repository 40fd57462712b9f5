import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '@afterline/dev-stack'
import { mutate, openHospital, receiveComplaint, solveComplaint } from '@afterline/dev-stack/sample'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { SMTPServer } from 'smtp-server'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * The delivery as a process of its own beside the whole of Afterline, with a real mail server and a real receiver of text
 * messages on this machine.
 */

const SECRET = 'shared with the provider'
const EMAIL = 'head.nurse@hospital.example'

interface Mail {
  readonly to: readonly string[]
  readonly raw: string
}
interface Posted {
  readonly key: string | undefined
  readonly signature: string
  readonly body: string
}

const folder = mkdtempSync(join(tmpdir(), 'afterline-delivery-'))
const mails: Mail[] = []
const posted: Posted[] = []
/** Done with the first mail when it is there, and before the server says so. */
let onFirstMail = () => {}
/** What the receiver answers, one after the other; then 200. */
const statuses: number[] = [503]

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() })
      if (mails.length === 1) onFirstMail()
      done(null)
    })
  },
})
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { 'idempotency-key': key, 'x-afterline-signature': signature } = request.headers
    posted.push({ key: String(key), signature: String(signature), body: Buffer.concat(chunks).toString() })
    response.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' })
    response.end('{"reference": "sms-1"}')
  })
})

let test: TestStack
beforeAll(async () => {
  smtp.listen(0, '127.0.0.1')
  receiver.listen(0, '127.0.0.1')
  await Promise.all([smtp.server, receiver].map(async (server) => server.listening || once(server, 'listening')))
  // Servers that listen on TCP have addresses of this kind.
  const portOf = (server: { address(): unknown }) => String((server.address() as AddressInfo).port)
  const secretFile = join(folder, 'secret')
  writeFileSync(secretFile, SECRET, { mode: 0o600 })
  test = await openTestStack('delivery', 'SHARED', {
    AFTERLINE_SURVEY_URL: 'https://rate.example/#{token}',
    AFTERLINE_SMTP_HOST: '127.0.0.1',
    AFTERLINE_SMTP_PORT: portOf(smtp.server),
    AFTERLINE_SMTP_TLS: 'none',
    AFTERLINE_SMTP_FROM: 'surveys@company.example',
    AFTERLINE_WEBHOOK_URL: `http://127.0.0.1:${portOf(receiver)}/messages`,
    AFTERLINE_WEBHOOK_SECRET_FILE: secretFile,
    AFTERLINE_DELIVERY_EVERY_SECONDS: '2',
  })
}, START_MS)
afterAll(async () => {
  await test.dispose()
  receiver.close()
  await new Promise<void>((resolve) => smtp.close(resolve))
  rmSync(folder, { recursive: true })
}, START_MS)

/** A complaint of the customer that is solved and confirmed, so that the customer is asked for a rating. */
async function askForRating(customerId: string): Promise<string> {
  const goods = { customerId, productId: randomUUID(), lotId: randomUUID() }
  const complaintId = await receiveComplaint(test.staff, goods, randomUUID(), 'It drips')
  await solveComplaint(test.staff, complaintId)
  return complaintId
}

interface Delivery {
  readonly channel: string | null
  readonly reference: string | null
  readonly failure: string | null
}

function deliveryFor(complaintId: string): Promise<Delivery> {
  const source = `query ($id: ID!) { complaint(id: $id) { surveys { delivery { channel reference failure } } } }`
  const probe = async () => {
    const { complaint } = await test
      .staff('complaints-1')
      .query<{ complaint: { surveys: { delivery: Delivery | null }[] } }>(source, { id: complaintId })
    return complaint.surveys[0]?.delivery ?? undefined
  }
  return until(probe, { timeoutMs: TEST_MS, everyMs: 200, what: 'The delivery' })
}

/** A long header stands on the line after its name. */
const messageIdOf = ({ raw }: Mail) => /^Message-ID:\s+(\S+)/im.exec(raw)?.[1]

describe('an invitation to a customer with an e-mail address', () => {
  let delivery: Delivery
  beforeAll(async () => {
    onFirstMail = () => {
      const running = test.stack.children.find(({ spec }) => spec.name === 'delivery')?.process.pid()
      if (running !== undefined) process.kill(running, 'SIGKILL')
    }
    const customerId = await openHospital(test.staff, 'Hospital with e-mail')
    await mutate(test.staff('sales-1'), 'addContactPerson', 'customer', 'id', {
      customerId,
      name: 'Head nurse',
      email: EMAIL,
    })
    delivery = await deliveryFor(await askForRating(customerId))
  }, START_MS)

  it('is sent again by the process that follows one killed before it could tell, under the same Message-ID (SVY-2)', () => {
    expect(delivery).toMatchObject({ channel: 'EMAIL', failure: null })
    expect(mails.map(({ to }) => to)).toEqual([[EMAIL], [EMAIL]])
    const [first, second] = mails.map(messageIdOf)
    expect(first).toMatch(/^<invitation-[0-9a-f-]{36}@company\.example>$/)
    expect(second).toBe(first)
  })

  it('is readable as text and as HTML, in both languages, and holds the link', () => {
    const [mail] = mails
    expect(mail?.raw).toMatch(/content-type: text\/plain/i)
    expect(mail?.raw).toMatch(/content-type: text\/html/i)
  })
})

describe('an invitation to a customer with a telephone only', () => {
  it('is posted, signed, to the receiver, again after a fault and under the same key (SVY-2)', async () => {
    const customerId = await openHospital(test.staff, 'Hospital with telephone')
    expect(await deliveryFor(await askForRating(customerId))).toEqual({
      channel: 'SMS',
      reference: 'sms-1',
      failure: null,
    })
    expect(posted).toHaveLength(2)
    expect(new Set(posted.map(({ key }) => key)).size).toBe(1)
    for (const { signature, body, key } of posted) {
      const [, seconds, mark] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
      expect(mark).toBe(createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex'))
      const { id, to, channel, link, text } = JSON.parse(body)
      expect({ id, to, channel }).toEqual({ id: key, to: '+86 21 5550 0100', channel: 'SMS' })
      expect(link).toMatch(/^https:\/\/rate\.example\/#[\w-]{43}$/)
      expect(text).toContain(link)
    }
  })
})

describe('an invitation to a customer whom nobody knows how to reach', () => {
  it('is recorded as such, once, and keeps no other from being sent (SVY-2)', async () => {
    const complaintId = await askForRating(randomUUID())
    expect(await deliveryFor(complaintId)).toEqual({ channel: null, reference: null, failure: 'NO_CONTACT' })
    const other = await openHospital(test.staff, 'Hospital that comes later')
    expect(await deliveryFor(await askForRating(other))).toMatchObject({ channel: 'SMS' })
    const failed = await test.databases.surveys.collection('events').countDocuments({ type: 'SurveyDeliveryFailed' })
    expect(failed).toBe(1)
  })
})

describe('an invitation that every provider refuses', () => {
  it('is sent again, under a name of its own, once staff say that the contact was corrected (SVY-2)', async () => {
    const customerId = await openHospital(test.staff, 'Hospital that moved')
    statuses.push(422)
    const before = posted.length
    const complaintId = await askForRating(customerId)
    expect(await deliveryFor(complaintId)).toMatchObject({ channel: 'SMS', failure: 'REFUSED' })
    const source = `query ($id: ID!) { complaint(id: $id) { surveys { id } } }`
    const { complaint } = await test
      .staff('complaints-1')
      .query<{ complaint: { surveys: { id: string }[] } }>(source, { id: complaintId })
    const surveyId = complaint.surveys[0]?.id
    await mutate(test.staff('sales-1'), 'resendInvitation', 'survey', 'id', { surveyId, reason: 'number corrected' })
    expect(await deliveryFor(complaintId)).toEqual({ channel: 'SMS', reference: 'sms-1', failure: null })
    const keys = posted.slice(before).map(({ key }) => key)
    expect(keys).toEqual([`invitation-${surveyId}`, `invitation-${surveyId}-2`])
  })
})

describe('what the process writes down', () => {
  it('holds no address and no token', () => {
    const log = readFileSync(join(test.stack.dataDir, 'logs', 'delivery.log'), 'utf8')
    expect(log).toContain('went through the invitations')
    const tokens = posted.map(({ body }) => JSON.parse(body).link.split('#')[1])
    for (const secret of [EMAIL, '5550 0100', SECRET, ...tokens]) expect(log).not.toContain(secret)
  })
})
