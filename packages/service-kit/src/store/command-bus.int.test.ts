import { createHash, randomUUID } from 'node:crypto'
import { canonicalJson, GENESIS_HASH, hashOfEvent, type StoredEvent } from '@afterline/events'
import { type Instant, plusMillis } from '@afterline/rules'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { timersOf } from '../bookkeeping/documents.ts'
import { dataKeysOf } from '../personal/data-keys.ts'
import { commandsOf, outboxOf } from './collections.ts'
import { forgetKeylessFingerprints } from './command-key.ts'
import {
  CUSTOMER_ID,
  contentsOf,
  handleIt,
  hoursLater,
  MONDAY,
  openTestStore,
  opine,
  receive,
  register,
  requestOf,
  streamOf,
  type TestStore,
} from './fixtures/test-store.ts'
import { inTransaction } from './transaction.ts'

// A busy machine is slow, not wrong.

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.dispose())
beforeEach(() => {
  store.clock.now = MONDAY
})

const repository = () => store.desk()
const send = (...args: Parameters<typeof requestOf>) => store.commands.handle(repository(), requestOf(...args))

async function received(): Promise<string> {
  const id = randomUUID()
  const { status } = await send(id, store.clock.now, receive(id))
  expect(status).toBe('accepted')
  return id
}

function expectIntactChain(events: readonly StoredEvent[]): void {
  events.forEach((event, index) => {
    const { hash, ...rest } = event
    expect(event.version).toBe(index + 1)
    expect(event.previousHash).toBe(events[index - 1]?.hash ?? GENESIS_HASH)
    expect(hash).toBe(hashOfEvent(rest))
    expect(event.recordedAt >= (events[index - 1]?.recordedAt ?? event.recordedAt)).toBe(true)
  })
}

describe('a command', () => {
  it('appends chained events, saves the document and fills the outbox', async () => {
    const id = await received()
    const { document } = await send(id, store.clock.now, register)
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events.map(({ type }) => type)).toEqual(['ComplaintReceived', 'ComplaintRegistered'])
    expectIntactChain(events)
    expect(document).toMatchObject({ _id: id, version: 2, headHash: events[1]?.hash, state: { status: 'REGISTERED' } })
    expect(await repository().model.findById(id).lean()).toEqual(document)
    const entries = await outboxOf(store.connection)
      .find({ stream: `complaint-${id}` })
      .sort({ version: 1 })
      .toArray()
    expect(entries.map(({ _id }) => _id)).toEqual(events.map((event) => event.id))
  })

  it('keeps time from running backwards within a stream', async () => {
    const id = await received()
    store.clock.now = plusMillis(MONDAY, -500)
    await send(id, store.clock.now, register)
    const [first, second] = await streamOf(store.connection, `complaint-${id}`)
    expect(second?.recordedAt).toBe(first?.recordedAt)
  })

  it('stores personal text as ciphertext in event and document (SEC-1)', async () => {
    const id = await received()
    const stored = JSON.stringify(await contentsOf(store.connection))
    expect(stored).not.toContain('Mr Wang')
    const document = await repository().model.findById(id).lean()
    expect(await store.cipher.decrypt(document?.state.description ?? '')).toBe('Mr Wang says it leaks')
  })

  it('for an unknown aggregate is NOT_FOUND unless it begins one', async () => {
    await expect(send(randomUUID(), MONDAY, register)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('with a decision that breaks the contract is EVENT_INVALID and leaves nothing', async () => {
    const before = await contentsOf(store.connection)
    const id = randomUUID()
    await expect(send(id, MONDAY, receive(id, 5 as never))).rejects.toMatchObject({ code: 'EVENT_INVALID' })
    expect(await contentsOf(store.connection)).toEqual(before)
  })

  it('that a rule refuses changes nothing but the memory of its key', async () => {
    const id = await received()
    const { commands: keysBefore, ...before } = await contentsOf(store.connection)
    const outcome = await send(id, MONDAY, handleIt)
    const { commands: keysAfter, ...after } = await contentsOf(store.connection)
    expect(outcome).toMatchObject({
      status: 'refused',
      violations: [{ rule: 'CMP-2' }],
      document: { _id: id, version: 1 },
    })
    expect(after).toEqual(before)
    expect(keysAfter).toHaveLength((keysBefore as unknown[]).length + 1)
  })

  it('whose facts cannot be read leaves nothing', async () => {
    const id = await received()
    const before = await contentsOf(store.connection)
    const broken = store.desk(() => Promise.reject(new Error('no facts')))
    await expect(store.commands.handle(broken, requestOf(id, MONDAY, register))).rejects.toThrow('no facts')
    expect(await contentsOf(store.connection)).toEqual(before)
  })
})

describe('an expected version', () => {
  it('that is no longer the current one is VERSION_CONFLICT', async () => {
    const id = await received()
    await send(id, MONDAY, register, { expectedVersion: 1 })
    await expect(send(id, MONDAY, opine(), { expectedVersion: 1 })).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  it('lets one of many concurrent commands through', async () => {
    const id = await received()
    const attempts = Array.from({ length: 8 }, () => send(id, MONDAY, opine(), { expectedVersion: 1 }))
    const settled = await Promise.allSettled(attempts)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of settled) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'VERSION_CONFLICT' })
    }
  })
})

describe('concurrent commands', () => {
  it('on one stream, twenty-five at once, are all kept, without gaps and with an intact chain (event.version)', async () => {
    const id = await received()
    await Promise.all(Array.from({ length: 25 }, (_, index) => send(id, MONDAY, opine(`opinion ${index}`))))
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events).toHaveLength(26)
    expectIntactChain(events)
    const told = events.slice(1).map(({ data }) => (data as { opinion: string }).opinion)
    expect(told.toSorted()).toEqual(Array.from({ length: 25 }, (_, index) => `opinion ${index}`).toSorted())
  })

  it('with one key, twenty at once, have one effect and one answer (command.key)', async () => {
    const id = await received()
    const request = requestOf(id, MONDAY, opine())
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.commands.handle(repository(), request)))
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['accepted', ...Array(19).fill('repeated')])
    expect(outcomes.map(({ document }) => document?.version)).toEqual(Array(20).fill(2))
  })

  it('that create with one key but new ids create one aggregate', async () => {
    const idempotencyKey = randomUUID()
    const ids = Array.from({ length: 6 }, () => randomUUID())
    const outcomes = await Promise.all(ids.map((id) => send(id, MONDAY, receive(id), { idempotencyKey })))
    expect(new Set(outcomes.map(({ document }) => document?._id)).size).toBe(1)
    expect(await repository().model.countDocuments({ _id: { $in: ids } })).toBe(1)
  })
})

describe('a repeated key', () => {
  it('gets the refusal that it got, even if the command would pass by now', async () => {
    const id = await received()
    const request = requestOf(id, MONDAY, handleIt)
    const refused = await store.commands.handle(repository(), request)
    await send(id, MONDAY, register)
    const again = await store.commands.handle(repository(), request)
    expect(refused).toMatchObject({ status: 'refused', isRepeated: false })
    expect(again).toMatchObject({ status: 'refused', isRepeated: true, document: { version: 2 } })
    expect(again).toHaveProperty('violations', (refused as { violations: unknown }).violations)
  })

  it('of another command is IDEMPOTENCY_KEY_REUSED, and of another actor is another key', async () => {
    const id = await received()
    const request = requestOf(id, MONDAY, opine('one'))
    await store.commands.handle(repository(), request)
    const other = { ...request, command: requestOf(id, MONDAY, opine('two')).command }
    await expect(store.commands.handle(repository(), other)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    const byAnother = { ...other, command: { ...other.command, by: { id: 'agent-8', role: 'COMPLAINT_DESK' } } }
    expect(await store.commands.handle(repository(), byAnother)).toMatchObject({ status: 'accepted' })
  })

  it('is recognised although the client repeats it later', async () => {
    const id = await received()
    const request = requestOf(id, MONDAY, opine())
    await store.commands.handle(repository(), request)
    store.clock.now = hoursLater(MONDAY, 1)
    const later = { ...request, command: { ...request.command, at: store.clock.now } }
    expect(await store.commands.handle(repository(), later)).toMatchObject({ status: 'repeated' })
  })
})

describe('a late entry', () => {
  const because = { backdatedBecause: 'the hotline was down' }

  it('is marked with its reason, and is judged by the policy of its time', async () => {
    const id = await received()
    store.clock.now = hoursLater(MONDAY, 1)
    await send(id, MONDAY, register, because)
    const [, event] = await streamOf(store.connection, `complaint-${id}`)
    expect(event).toMatchObject({ occurredAt: MONDAY, recordedAt: store.clock.now, ...because })
    expect(event?.policyVersion).toBe(store.policies.versionAt(MONDAY))
  })

  it.each<[string, number, object]>([
    ['without a reason', -1, {}],
    ['older than policy allows', -24 * 8, because],
  ])('%s is BACKDATING_REFUSED (KPI-32)', async (_case, hours, more) => {
    const id = randomUUID()
    const at: Instant = hoursLater(MONDAY, hours)
    await expect(send(id, at, receive(id), more)).rejects.toMatchObject({ code: 'BACKDATING_REFUSED' })
  })

  it('in the future is INPUT_INVALID, a client clock that is a minute fast is now', async () => {
    const id = randomUUID()
    await expect(send(id, hoursLater(MONDAY, 1), receive(id))).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await send(id, plusMillis(MONDAY, 60_000), receive(id))
    const [event] = await streamOf(store.connection, `complaint-${id}`)
    expect(event).toMatchObject({ occurredAt: MONDAY, backdatedBecause: null })
  })

  it('by less than clients’ clocks may differ is now, unless it gives a reason', async () => {
    const [slow, late] = [randomUUID(), randomUUID()]
    store.clock.now = plusMillis(MONDAY, 60_000)
    await send(slow, MONDAY, receive(slow))
    await send(late, MONDAY, receive(late), because)
    const [ofSlow] = await streamOf(store.connection, `complaint-${slow}`)
    const [ofLate] = await streamOf(store.connection, `complaint-${late}`)
    expect(ofSlow).toMatchObject({ occurredAt: store.clock.now, backdatedBecause: null })
    expect(ofLate).toMatchObject({ occurredAt: MONDAY, ...because })
  })

  it('cannot turn a recorded breach into a success; entered as of now, it is accepted and missed', async () => {
    const id = await received()
    store.clock.now = hoursLater(MONDAY, 3)
    await store.settle()
    expect(await store.commands.announce(store.aggregates, `complaint-${id}`)).toEqual(['WARNING', 'BREACH'])
    const late = send(id, hoursLater(MONDAY, 1), register, because)
    await expect(late).rejects.toMatchObject({ code: 'BACKDATING_REFUSED' })
    expect(await send(id, store.clock.now, register)).toMatchObject({ status: 'accepted' })
  })

  it('cannot do so before the breach is announced either', async () => {
    const id = await received()
    store.clock.now = hoursLater(MONDAY, 3)
    const late = send(id, hoursLater(MONDAY, 1), register, because)
    await expect(late).rejects.toMatchObject({ code: 'BACKDATING_REFUSED' })
  })

  it.each([true, false])(
    'of a case that was entered when its limit was over is told whole, announced: %p',
    async (isAnnounced) => {
      const id = randomUUID()
      store.clock.now = hoursLater(MONDAY, 15)
      await send(id, MONDAY, receive(id), because)
      await store.settle()
      if (isAnnounced) expect(await store.commands.announce(store.aggregates, `complaint-${id}`)).toContain('BREACH')
      await send(id, hoursLater(MONDAY, 1), register, because)
      await store.settle()
      const timer = await timersOf(store.connection).findOne({ _id: `complaint-${id}|complaint.verify|` })
      expect(timer?.stoppedAt).toBe(hoursLater(MONDAY, 1))
    },
  )

  it('cannot do so within the tolerance for client clocks either', async () => {
    const id = await received()
    const dueAt = hoursLater(MONDAY, 2)
    store.clock.now = plusMillis(dueAt, 90_000)
    await store.settle()
    expect(await store.commands.announce(store.aggregates, `complaint-${id}`)).toContain('BREACH')
    await expect(send(id, dueAt, register, because)).rejects.toMatchObject({ code: 'BACKDATING_REFUSED' })
    await send(id, dueAt, register)
    await store.settle()
    const timer = await timersOf(store.connection).findOne({ _id: `complaint-${id}|complaint.verify|` })
    expect(timer?.stoppedAt).toBe(store.clock.now)
  })
})

describe('a command within a given transaction', () => {
  it('shares its fate', async () => {
    const id = await received()
    const before = await contentsOf(store.connection)
    const work = inTransaction(store.connection, async (session) => {
      await store.commands.handle(repository(), requestOf(id, MONDAY, register), session)
      await store.commands.handle(repository(), requestOf(id, MONDAY, handleIt), session)
      throw new Error('the projection fails')
    })
    await expect(work).rejects.toThrow('the projection fails')
    expect(await contentsOf(store.connection)).toEqual(before)
  })

  it('may be as late as the event that it follows', async () => {
    const id = randomUUID()
    const at = hoursLater(MONDAY, -24 * 40)
    await inTransaction(store.connection, (session) =>
      store.commands.handle(repository(), requestOf(id, at, receive(id)), session),
    )
    const [event] = await streamOf(store.connection, `complaint-${id}`)
    expect(event).toMatchObject({ occurredAt: at, backdatedBecause: null })
  })
})

const erased = (customerId: string) =>
  inTransaction(store.connection, async (session) => {
    await store.cipher.erase({ customerId, event: randomUUID(), erasedAt: MONDAY, doneAt: MONDAY }, session)
  })

describe('a command with text about a person', () => {
  const again = (id: string, customerId: string, description: string, key: string) => {
    const { data } = receive(id)
    const command = { ...receive(id), data: { ...data, customerId, description } }
    return store.commands.handle(repository(), { ...requestOf(id, MONDAY, command), idempotencyKey: key })
  }
  const known = (key: string) => commandsOf(store.connection).findOne({ _id: { $regex: `${key}$`, $options: 'i' } })

  it('is remembered by a tag under the key of the customer, and by nothing that can be tried out (SEC-1)', async () => {
    const [one, other, key] = [randomUUID(), randomUUID(), randomUUID()]
    const customerId = randomUUID()
    await again(one, customerId, 'Call 139 0000 0001', key)
    expect(await again(one, customerId, 'Call 139 0000 0001', key)).toMatchObject({ status: 'repeated' })
    const reused = again(one, customerId, 'Call 139 0000 0002', key)
    await expect(reused).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    await again(other, customerId, 'Call 139 0000 0002', `${key} 2`)
    const [first, second] = [await known(key), await known(`${key} 2`)]
    // Creations that differ in nothing but the text: so the fingerprint does not depend on it.
    expect(first?.fingerprint).toBe(second?.fingerprint)
    expect(first?.personal?.tag).not.toBe(second?.personal?.tag)
  })

  it('is the same command once the person was erased: nobody can tell any more, and nothing is done twice', async () => {
    const [id, customerId, key] = [randomUUID(), randomUUID(), randomUUID()]
    await again(id, customerId, 'Call 139 0000 0001', key)
    await erased(customerId)
    expect(await again(id, customerId, 'Call 139 0000 0003', key)).toMatchObject({ status: 'repeated' })
    expect(await streamOf(store.connection, `complaint-${id}`)).toHaveLength(1)
  })

  it('that is refused makes no key, and is remembered without its text', async () => {
    const [id, customerId, key] = [randomUUID(), randomUUID(), randomUUID()]
    const closed = store.desk(async () => ({ isDeskOpen: false }))
    const { data } = receive(id)
    const command = { ...receive(id), data: { ...data, customerId } }
    const request = { ...requestOf(id, MONDAY, command), idempotencyKey: key }
    expect(await store.commands.handle(closed, request)).toMatchObject({ status: 'refused' })
    expect(await known(key)).toMatchObject({ personal: null })
    expect(await dataKeysOf(store.connection).countDocuments({ _id: customerId })).toBe(0)
  })

  it('that an earlier release remembered is told from others, until an erasure takes its fingerprint (SEC-1)', async () => {
    const [id, customerId, key] = [randomUUID(), randomUUID(), randomUUID()]
    await again(id, customerId, 'Call 139 0000 0001', key)
    const content = { category: 'complaint', id: 'new', type: 'Receive', expectedVersion: null }
    const data = { complaintId: 'new', customerId, description: 'Call 139 0000 0001' }
    const told = canonicalJson({ ...content, data, backdatedBecause: null, happenedAt: null })
    const fingerprint = createHash('sha256').update(told).digest('base64url')
    const former = { $set: { fingerprint }, $unset: { personal: '' } } as const
    await commandsOf(store.connection).updateOne({ _id: { $regex: key, $options: 'i' } }, former)
    expect(await again(id, customerId, 'Call 139 0000 0001', key)).toMatchObject({ status: 'repeated' })
    const reused = again(id, customerId, 'Call 139 0000 0002', key)
    await expect(reused).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    await forgetKeylessFingerprints(store.connection)
    expect(await known(key)).toMatchObject({ fingerprint: null, personal: null })
    expect(await again(id, customerId, 'Call 139 0000 0002', key)).toMatchObject({ status: 'repeated' })
  })
})

describe('an erased customer', () => {
  it('leaves every chain valid, and the aggregate goes on', async () => {
    const id = await received()
    await erased(CUSTOMER_ID)
    await send(id, MONDAY, register)
    expectIntactChain(await streamOf(store.connection, `complaint-${id}`))
    const document = await repository().model.findById(id).lean()
    expect(await store.cipher.decrypt(document?.state.description ?? '')).toBeNull()
  })
})

describe('the check of a chain in these tests', () => {
  it('fails when an event was altered', async () => {
    const id = await received()
    const [event] = await streamOf(store.connection, `complaint-${id}`)
    const altered = event ? [{ ...event, occurredAt: hoursLater(MONDAY, -1) }] : []
    expect(() => expectIntactChain(altered)).toThrow()
  })
})
