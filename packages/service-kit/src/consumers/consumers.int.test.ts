import { randomUUID } from 'node:crypto'
import { deadLettersTopicOf, eventsTopicOf, type StoredEvent } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { mongo } from 'mongoose'
import { until } from '../kafka/fixtures/condition.ts'
import { inTransaction } from '../store/transaction.ts'
import { advanceCursors, cursorId, cursorsOf } from './cursor.ts'
import { type ConsumerBench, context, openConsumerBench } from './fixtures/consumer-bench.ts'
import { chainOf, now } from './fixtures/event-chain.ts'
import { parkedOf, parkHead } from './parked.ts'
import { createParking } from './parking.ts'

jest.setTimeout(30_000)

const newStream = () => `customer-${randomUUID()}`
const countTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

let bench: ConsumerBench
const untilApplied = (stream: string, versions: readonly number[]) =>
  until(`${stream} has the effects ${versions.join(', ')}`, async () => {
    const applied = await bench.effectsOf(stream)
    return applied.length >= versions.length && applied
  })
const untilParked = (stream: string, waiting: number) =>
  until(`${stream} is parked with ${waiting} events`, async () => {
    const parked = await parkedOf(bench.connection).find({ stream }).sort({ version: 1 }).toArray()
    return parked.length >= waiting && parked
  })

describe('events of several streams', () => {
  beforeAll(async () => {
    bench = await openConsumerBench()
  })
  afterAll(() => bench.dispose())

  it('are applied once each and in order, although messages come twice', async () => {
    const chains = countTo(6).map(() => chainOf(newStream(), 31))
    for (const chain of chains) await bench.publish(chain.slice(0, 30))
    bench.begin(bench.recording('orders.record'))
    // The last event lies behind the repeated ones on their partition: once it is applied, they have been seen.
    for (const chain of chains) await bench.publish([...chain.slice(10, 30), ...chain.slice(5, 15), ...chain.slice(30)])
    for (const chain of chains) {
      expect(await untilApplied(chain[0]?.stream ?? '', countTo(31))).toEqual(countTo(31))
    }
  })

  it('only move the cursor when no handler wants them', async () => {
    const stream = newStream()
    const [first, second] = chainOf(stream, 2)
    if (!first || !second) throw new Error('a chain of two has two events')
    await bench.publish([{ ...first, type: 'SomethingOfANewerRelease' }, second])
    expect(await untilApplied(stream, [2])).toEqual([2])
    const cursor = await cursorsOf(bench.connection).findOne({ _id: cursorId('orders.record', stream) })
    expect(cursor?.version).toBe(2)
  })
})

describe('a gap in a stream', () => {
  beforeAll(async () => {
    bench = await openConsumerBench()
    bench.begin(bench.recording('orders.record'))
  })
  afterAll(() => bench.dispose())

  it('parks it, and heals when the missing events arrive, whatever their order', async () => {
    const chain = chainOf(newStream(), 6)
    const stream = chain[0]?.stream ?? ''
    const [v1, v2, v3, v4, v5, v6] = chain
    if (!v1 || !v2 || !v3 || !v4 || !v5 || !v6) throw new Error('a chain of six has six events')
    await bench.publish([v1, v4, v5])
    const parked = await untilParked(stream, 2)
    expect(parked.map(({ version, head, errorCode }) => ({ version, head, errorCode }))).toEqual([
      { version: 4, head: true, errorCode: 'GAP' },
      { version: 5, head: false, errorCode: null },
    ])
    expect(await bench.effectsOf(stream)).toEqual([1])
    await bench.publish([v3])
    await untilParked(stream, 3)
    await bench.publish([v2])
    expect(await untilApplied(stream, [1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4, 5])
    await bench.publish([v6])
    await untilApplied(stream, countTo(6))
    expect(await parkedOf(bench.connection).countDocuments({ stream })).toBe(0)
  })
})

describe('a gap whose missing event was applied just before a crash', () => {
  beforeAll(async () => {
    bench = await openConsumerBench()
  })
  afterAll(() => bench.dispose())

  it('heals when that event comes again', async () => {
    const [v1, v2, v3] = chainOf(newStream(), 3)
    if (!v1 || !v2 || !v3) throw new Error('a chain of three has three events')
    const { stream } = v1
    const consumer = 'orders.crashed'
    // What is stored between the transaction that applies version 2 and the first one that takes up what waits.
    await inTransaction(bench.connection, async (session) => {
      const failure = { fault: { code: 'GAP', message: 'version 2 is missing' }, attempts: 1, at: now() }
      await parkHead(bench.connection, consumer, v3, failure, session)
      await advanceCursors(bench.connection, consumer, new Map([[stream, 2]]), session)
    })
    bench.begin(bench.recording(consumer))
    await bench.publish([v2])
    expect(await untilApplied(stream, [3])).toEqual([3])
    await until('nothing is parked', async () => (await parkedOf(bench.connection).countDocuments({ stream })) === 0)
  })
})

describe('an event whose handler fails', () => {
  let isBroken = true
  beforeAll(async () => {
    bench = await openConsumerBench()
    bench.begin(
      bench.recording('orders.fragile', ({ version, data }) => {
        if (isBroken && version === 2 && isPoison(data)) throw new TypeError(`cannot digest ${JSON.stringify(data)}`)
      }),
    )
  })
  afterAll(() => bench.dispose())

  const poisoned = newStream()
  const isPoison = (data: unknown) => JSON.stringify(data).includes(poisoned.slice('customer-'.length))

  it('parks its stream and no other, even one between its events on the same partition', async () => {
    const [bad, good] = [chainOf(poisoned, 4), countTo(5).map(() => chainOf(newStream(), 4))]
    await bench.publish(countTo(4).flatMap((version) => [bad, ...good].flatMap((chain) => chain[version - 1] ?? [])))
    for (const chain of good) expect(await untilApplied(chain[0]?.stream ?? '', countTo(4))).toEqual(countTo(4))
    const parked = await untilParked(poisoned, 3)
    expect(await bench.effectsOf(poisoned)).toEqual([1])
    expect(parked.map(({ version, head }) => ({ version, head }))).toEqual([
      { version: 2, head: true },
      { version: 3, head: false },
      { version: 4, head: false },
    ])
    expect(parked[0]).toMatchObject({ errorCode: 'TypeError', attempts: 3 })
    expect(parked[0]?.errorMessage).toMatch(/^TypeError at .*consumers\.int\.test\.ts/)
  })

  it('is copied to the dead letters with its error, without what the error quotes', async () => {
    const letters = await bench.kafka.messagesOn(deadLettersTopicOf(context))
    const letter = JSON.parse(letters[0]?.value ?? '')
    expect(letters).toHaveLength(1)
    expect(letter).toMatchObject({ consumer: 'orders.fragile', stream: poisoned, version: 2, errorCode: 'TypeError' })
    expect(letter.errorMessage).not.toContain('digest')
  })

  it('is listed with what waits behind it', async () => {
    const parking = createParking({ connection: bench.connection, context })
    const { entries, next } = await parking.list({ limit: 10 })
    expect(entries.map(({ stream, version }) => ({ stream, version }))).toEqual([{ stream: poisoned, version: 2 }])
    expect(next).toBeNull()
    const shown = await parking.show('orders.fragile', poisoned)
    expect(shown).toMatchObject({ appliedVersion: 1, code: 'TypeError' })
    expect(shown?.events.map(({ version }) => version)).toEqual([2, 3, 4])
    expect(await parking.show('orders.fragile', newStream())).toBeNull()
  })

  it('stays parked when a retry fails again, and goes on, in order, when one succeeds', async () => {
    const parking = createParking({ connection: bench.connection, context })
    expect(await parking.retry('orders.fragile', poisoned)).toMatchObject({
      status: 'DONE',
      applied: 0,
      remaining: 3,
      failure: { version: 2, errorCode: 'TypeError' },
    })
    isBroken = false
    expect(await parking.retry('orders.fragile', poisoned)).toEqual({
      status: 'DONE',
      applied: 3,
      remaining: 0,
      failure: null,
    })
    expect(await bench.effectsOf(poisoned)).toEqual([1, 2, 3, 4])
    expect((await parking.list({ limit: 10 })).entries).toEqual([])
    await bench.publish(chainOf(poisoned, 5).slice(4))
    expect(await untilApplied(poisoned, countTo(5))).toEqual(countTo(5))
  })
})

describe('an event that fails for a while', () => {
  beforeAll(async () => {
    bench = await openConsumerBench()
  })
  afterAll(() => bench.dispose())

  it('holds up no other partition', async () => {
    const [failing, ...others] = countTo(12).map(() => chainOf(newStream(), 2))
    const handled: string[] = []
    const fails = ({ stream, version }: StoredEvent) => version === 2 && stream === failing?.[0]?.stream
    const handler = async (event: StoredEvent) => {
      handled.push(`${event.stream} ${event.version}`)
      if (!fails(event)) return
      // By then the brokers have what nobody has fetched yet, on every partition.
      if (handled.filter((each) => each === `${event.stream} 2`).length === 2) await bench.publish(seconds)
      throw new TypeError('not yet')
    }
    const seconds = others.flatMap((chain) => chain.slice(1))
    bench.begin(bench.recording('orders.patient', handler))
    await bench.publish([...(failing ?? []), ...others.flatMap((chain) => chain.slice(0, 1))])
    await untilParked(failing?.[0]?.stream ?? '', 1)
    for (const [first] of others) await untilApplied(first?.stream ?? '', [1, 2])
    const lastAttempt = handled.lastIndexOf(`${failing?.[0]?.stream} 2`)
    const before = handled.slice(0, lastAttempt)
    const topic = await bench.kafka.messagesOn(eventsTopicOf('customers'))
    const partitionOf = (stream: string) => topic.find(({ key }) => key === stream)?.partition
    const own = partitionOf(failing?.[0]?.stream ?? '')
    const elsewhere = seconds.filter(({ stream }) => partitionOf(stream) !== own)
    expect(elsewhere.length).toBeGreaterThan(0)
    for (const { stream } of elsewhere) expect(before).toContain(`${stream} 2`)
  })
})

describe('a retry that a stop interrupts', () => {
  beforeAll(async () => {
    bench = await openConsumerBench()
  })
  afterAll(() => bench.dispose())

  it('leaves the stream listed at the event that is next, and it goes on where it was', async () => {
    let state: 'BROKEN' | 'AWAY' | 'GOOD' = 'BROKEN'
    const projection = bench.recording('orders.interrupted', ({ version }) => {
      if (state === 'BROKEN' && version === 2) throw new TypeError('not yet')
      if (state === 'AWAY' && version === 3) throw new mongo.MongoNetworkError('connection lost')
    })
    const consumers = bench.begin(projection)
    const chain = chainOf(newStream(), 4)
    const stream = chain[0]?.stream ?? ''
    await bench.publish(chain)
    await untilParked(stream, 3)
    state = 'AWAY'
    const parking = createParking({ connection: bench.connection, context, patienceMs: 0 })
    await parking.retry('orders.interrupted', stream)
    await untilApplied(stream, [1, 2])
    await consumers.stop()
    const { entries } = await parking.list({ limit: 10 })
    expect(entries.map((entry) => ({ stream: entry.stream, version: entry.version }))).toEqual([{ stream, version: 3 }])
    state = 'GOOD'
    bench.begin(projection)
    expect(await untilApplied(stream, countTo(4))).toEqual(countTo(4))
    await until('nothing is parked', async () => (await parking.list({ limit: 10 })).entries.length === 0)
  })
})

describe('a handler that meets an absent database', () => {
  beforeAll(async () => {
    bench = await openConsumerBench()
  })
  afterAll(() => bench.dispose())

  it('is repeated until it succeeds, however often, and nothing is parked', async () => {
    let attempts = 0
    bench.begin(
      bench.recording('orders.patient', () => {
        attempts += 1
        if (attempts <= 5) throw new mongo.MongoNetworkError('connection lost')
      }),
    )
    const stream = newStream()
    await bench.publish(chainOf(stream, 2))
    expect(await untilApplied(stream, [1, 2])).toEqual([1, 2])
    expect(attempts).toBeGreaterThan(5)
    expect(await parkedOf(bench.connection).countDocuments()).toBe(0)
  })
})

describe('a message that cannot be read', () => {
  beforeAll(async () => {
    bench = await openConsumerBench()
    bench.begin(bench.recording('orders.record'))
  })
  afterAll(() => bench.dispose())

  it('parks its stream when its data breaks the schema, and others go on', async () => {
    const [bad, good] = [chainOf(newStream(), 2), chainOf(newStream(), 2)]
    const [broken, behind] = bad
    if (!broken || !behind) throw new Error('a chain of two has two events')
    await bench.publish([{ ...broken, data: { customerId: 'nobody' } }, ...good, behind])
    await untilApplied(good[0]?.stream ?? '', [1, 2])
    const parked = await untilParked(broken.stream, 2)
    expect(parked[0]).toMatchObject({ version: 1, head: true, errorCode: 'UNREADABLE' })
    expect(parked[0]?.errorMessage).not.toContain('nobody')
  })

  it('is kept aside when it is no event at all, and holds nothing up', async () => {
    const stream = newStream()
    await bench.publishRaw(stream, '{"half": ')
    await bench.publish(chainOf(stream, 2))
    expect(await untilApplied(stream, [1, 2])).toEqual([1, 2])
    const [kept] = await untilParked(stream, 1)
    expect(kept).toMatchObject({ version: 0, raw: '{"half": ', errorCode: 'UNREADABLE', head: true })
  })
})

describe('two members of one group', () => {
  beforeAll(async () => {
    bench = await openConsumerBench()
  })
  afterAll(() => bench.dispose())

  it('apply every event once while partitions move between them', async () => {
    const chains = countTo(8).map(() => chainOf(newStream(), 40))
    const publishFrom = async (from: number, to: number) => {
      for (const chain of chains) await bench.publish(chain.slice(from, to))
    }
    const first = bench.begin(bench.recording('orders.record'))
    await publishFrom(0, 10)
    await untilApplied(chains[0]?.[0]?.stream ?? '', [1])
    bench.begin(bench.recording('orders.record'))
    await publishFrom(10, 30)
    await first.stop()
    await publishFrom(30, 40)
    for (const chain of chains) {
      expect(await untilApplied(chain[0]?.stream ?? '', countTo(40))).toEqual(countTo(40))
    }
  })
})
