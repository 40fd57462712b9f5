import { until, urlAt } from '@afterline/dev-stack'
import { loadSample } from '@afterline/dev-stack/sample'
import { hashOfEvent, type StoredEvent } from '@afterline/events'
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { afterlineJson } from '../stack/command-line.ts'
import { storedEvents } from '../stack/history.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * Somebody who can write to the database changes what happened. What `verify` then says is asked on a real history;
 * every case puts back what it changed.
 */

interface Verified {
  readonly broken: readonly {
    readonly context: string
    readonly code: string
    readonly stream?: string
    readonly version?: number
    readonly seal?: number
  }[]
}

jest.setTimeout(TEST_MS)

let test: TestStack
/** The events of the order that was delivered. */
let life: readonly StoredEvent[]
let putBack: () => Promise<unknown> = async () => {}

const events = () => test.databases.orders.collection<{ _id: string }>('events')
const seals = () => test.databases.orders.collection<{ _id: number; events: { id: string }[] }>('seals')
const documentOf = ({ id, ...rest }: StoredEvent) => ({ _id: id, ...rest })
const write = (event: StoredEvent) => events().replaceOne({ _id: event.id }, documentOf(event), { upsert: true })

beforeAll(async () => {
  test = await openTestStack('tampering')
  await loadSample(test.target)
  await settled(test)
  const all = await storedEvents(test, 'orders')
  const delivered = all.find(({ type }) => type === 'GoodsDelivered')?.stream
  life = all.filter(({ stream }) => stream === delivered)
}, START_MS)
afterAll(() => test.dispose(), START_MS)

afterEach(async () => {
  const undo = putBack
  putBack = async () => {}
  await undo()
})

/** What `verify` finds; its exit code tells scripts the same. */
async function found(): Promise<readonly object[]> {
  const { broken } = await afterlineJson<Verified>(test, ['verify'], { exitCode: 1 })
  return broken.map(({ context, code, stream, version, seal }) => ({ context, code, stream, version, seal }))
}

const eventAt = (index: number): StoredEvent => {
  const event = life.at(index)
  if (!event) throw new Error('the story is shorter than this test believes')
  return event
}

async function sealOf({ id }: StoredEvent): Promise<number> {
  const seal = await seals().findOne({ 'events.id': id })
  if (!seal) throw new Error(`nothing seals ${id}`)
  return seal._id
}

describe('a history in which', () => {
  it('one byte was changed is exposed with stream and version (ETH-1, SEC-4)', async () => {
    const original = eventAt(1)
    putBack = () => write(original)
    // The last digit of the millisecond at which the order was confirmed.
    const digit = original.occurredAt.at(-2) === '0' ? '1' : '0'
    await write({
      ...original,
      occurredAt: `${original.occurredAt.slice(0, -2)}${digit}Z` as StoredEvent['occurredAt'],
    })
    expect(await found()).toEqual([{ context: 'orders', code: 'HASH', stream: original.stream, version: 2 }])
  })

  it('the last event of a stream was deleted is exposed with stream, version and seal (ETH-1, SEC-4)', async () => {
    const original = eventAt(-1)
    putBack = () => write(original)
    await events().deleteOne({ _id: original.id })
    const { stream, version } = original
    const seal = await sealOf(original)
    expect(await found()).toEqual([{ context: 'orders', code: 'SEALED_EVENT_MISSING', stream, version, seal }])
  })

  it('a stream was written anew with fitting hashes is exposed by the seals', async () => {
    putBack = () => Promise.all(life.map(write))
    // The order was never placed for so little: everything from there on gets a new hash.
    const rewritten: StoredEvent[] = []
    for (const original of life) {
      const { hash: _hash, ...event } = original
      const data = { ...(original.data as object), ...(original.version === 1 ? { channel: 'FRIENDS' } : {}) }
      const unhashed = { ...event, data, previousHash: rewritten.at(-1)?.hash ?? event.previousHash }
      rewritten.push({ ...unhashed, hash: hashOfEvent(unhashed) })
    }
    await Promise.all(rewritten.map(write))
    const expected = await Promise.all(
      life.map(async (original) => {
        const { stream, version } = original
        return { context: 'orders', code: 'SEALED_EVENT_CHANGED', stream, version, seal: await sealOf(original) }
      }),
    )
    const byVersion = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b))
    expect((await found()).toSorted(byVersion)).toEqual(expected.toSorted(byVersion))
  })

  it('a stream and its seal were written anew is exposed by the signed root', async () => {
    const original = eventAt(-1)
    const seal = await seals().findOne({ _id: await sealOf(original) })
    if (!seal) throw new Error('the event is sealed')
    putBack = () => Promise.all([write(original), seals().replaceOne({ _id: seal._id }, seal)])
    const { hash: _hash, ...event } = original
    const unhashed = { ...event, actor: { id: 'somebody-else', role: event.actor.role } }
    const forged = { ...unhashed, hash: hashOfEvent(unhashed) }
    await write(forged)
    const list = seal.events.map((entry) => (entry.id === forged.id ? { ...entry, hash: forged.hash } : entry))
    await seals().updateOne({ _id: seal._id }, { $set: { events: list } })
    // The list of the seal agrees with the forgery, its signed root does not.
    expect(await found()).toEqual([{ context: 'orders', code: 'SEAL_ROOT', seal: seal._id }])
  })

  it('an event was inserted past the store is exposed with stream and version', async () => {
    const last = eventAt(-1)
    const { hash: previousHash, version } = last
    const { hash: _hash, ...event } = { ...last, id: crypto.randomUUID(), version: version + 1, previousHash }
    const inserted = { ...event, hash: hashOfEvent(event) }
    putBack = () => events().deleteOne({ _id: inserted.id })
    await write(inserted)
    expect(await found()).toEqual([{ context: 'orders', code: 'UNSEALED', stream: last.stream, version: version + 1 }])
  })

  it('an event does not match its hash before it is published is exposed, and operators are told (ETH-1, SEC-4)', async () => {
    const last = eventAt(-1)
    const event = { ...last, id: crypto.randomUUID(), version: last.version + 1, previousHash: last.hash }
    const { id: _id, stream, version, recordedAt } = event
    const outbox = test.databases.orders.collection<{ _id: string }>('outbox')
    putBack = () => Promise.all([events().deleteOne({ _id }), outbox.deleteOne({ _id })])
    await write(event)
    await outbox.insertOne({ _id, ...{ stream, version, recordedAt } })

    const url = urlAt(test.stack.layout.operations.orders)
    const isTold = async () => {
      const ready = (await (await fetch(`${url}/health/ready`)).json()) as Readonly<Record<string, unknown>>
      return ready['status'] === 'ready' && ready['relayUnblocked'] === false ? true : undefined
    }
    await until(isTold, { timeoutMs: 20_000, everyMs: 100, what: 'The note on a stream that is set aside' })
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(metrics).toMatch(/^afterline_relay_blocked_streams\{.*afterline_context="orders".*\} 1$/m)
    expect(await found()).toEqual([{ context: 'orders', code: 'HASH', stream, version }])
  })

  it('a whole service was emptied is exposed by what was published', async () => {
    const originals = await storedEvents(test, 'surveys')
    const surveys = test.databases.surveys
    const surveySeals = await surveys.collection('seals').find().toArray()
    putBack = async () => {
      await surveys.collection<{ _id: string }>('events').insertMany(originals.map(documentOf))
      await surveys.collection('seals').insertMany(surveySeals)
    }
    await surveys.collection('events').deleteMany({})
    await surveys.collection('seals').deleteMany({})
    const expected = surveySeals.map(({ _id }) => ({
      context: 'surveys',
      code: 'ANCHOR_WITHOUT_SEAL',
      seal: Number(_id),
    }))
    expect(await found()).toEqual(expected)
  })

  it('everything was put back is whole again', async () => {
    expect((await afterlineJson<Verified>(test, ['verify'])).broken).toEqual([])
  })
})
