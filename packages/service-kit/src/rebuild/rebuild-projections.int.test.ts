import { randomUUID } from 'node:crypto'
import { eventRegistry, type StoredEvent } from '@afterline/events'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type ConsumerBench, context, openConsumerBench } from '../consumers/fixtures/consumer-bench.ts'
import { chainOf } from '../consumers/fixtures/event-chain.ts'
import { NAME, type Owners, type OwnersSubject, ownersProjection } from '../consumers/fixtures/owners-projection.ts'
import { createParking } from '../consumers/parking.ts'
import { until } from '../kafka/fixtures/condition.ts'
import { silentLog } from '../kafka/fixtures/test-kafka.ts'
import { loadPolicies } from '../policy/load-policies.ts'
import { findRegister } from '../projections/register-store.ts'
import { endOf } from './fixtures/rebuild-bench.ts'
import { statusOf } from './rebuild-job.ts'
import { createRebuilder, type Rebuilder } from './rebuilder.ts'
import { createRebuilding } from './rebuilding.ts'

// A busy machine is slow, not wrong.

const STREAMS = 12
const EVENTS = 3

let bench: ConsumerBench
let subject: OwnersSubject
let rebuilder: Rebuilder
let chains: readonly (readonly StoredEvent[])[]
let poisoned: StoredEvent | undefined
let right: readonly Owners[]

/** A projection that has applied all that there is, and a process that carries out rebuilds beside it. */
beforeEach(async () => {
  bench = await openConsumerBench()
  const { connection } = bench
  poisoned = undefined
  subject = ownersProjection(connection, {
    before: ({ id }) => {
      if (id === poisoned?.id) throw new TypeError('cannot digest')
    },
  })
  chains = Array.from({ length: STREAMS }, () => chainOf(`customer-${randomUUID()}`, EVENTS))
  bench.begin(subject.projection)
  await bench.publish(chains.flat())
  await until('everything is applied and seen', async () => {
    const isSeen = (await findRegister(connection, NAME))?.current?.number === 1
    return isSeen && (await kept()).flatMap(({ owners }) => owners).length === STREAMS * EVENTS
  })
  right = await kept()
  const policies = await loadPolicies()
  const wiring = { connection, policies, registry: eventRegistry, context, log: silentLog, owner: randomUUID() }
  rebuilder = createRebuilder({ ...wiring, aggregates: [], projections: [subject.projection], pollMs: 20 })
  rebuilder.start()
})
afterEach(async () => {
  await rebuilder.stop()
  await bench.dispose()
})

const rebuilding = () => createRebuilding({ connection: bench.connection, context })
const kept = async () => (await subject.kept.current()).find().sort({ _id: 1 }).toArray()
const jobEndOf = (id: string) => endOf({ connection: bench.connection }, id)

/** As somebody's hand, or a defect of an older release, would leave it. */
async function spoil(): Promise<void> {
  const owners = bench.connection.collection<Owners>('owners')
  await owners.deleteOne({ _id: right[0]?._id ?? '' })
  await owners.updateOne({ _id: right[1]?._id ?? '' }, { $set: { owners: ['nobody'] } })
}

describe('a rebuild of everything', () => {
  it('ends when readers see the projections made anew, and what was wrong is right', async () => {
    await spoil()
    const job = await jobEndOf(await rebuilding().request())
    expect(statusOf(job)).toBe('DONE')
    expect(job.problems).toEqual([])
    expect(await findRegister(bench.connection, NAME)).toMatchObject({
      current: { version: 1, number: 2 },
      catchingUp: null,
    })
    await until('readers have learned of it', async () => (await kept()).length === STREAMS)
    expect(await kept()).toEqual(right)
  })

  it('names the streams at which a projection stands still when it is made anew, and what it was stays', async () => {
    poisoned = chains[0]?.[1]
    const stream = poisoned?.stream ?? ''
    const job = await jobEndOf(await rebuilding().request())
    expect(statusOf(job)).toBe('DONE')
    expect(job.problems).toMatchObject([{ stream, code: 'PARKED' }])
    expect(await kept()).toEqual(right)
    expect(await findRegister(bench.connection, NAME)).toMatchObject({
      current: { number: 1 },
      catchingUp: { number: 2 },
    })

    poisoned = undefined
    await createParking({ connection: bench.connection, context }).retry(NAME, stream)
    await until('readers see it', async () => (await findRegister(bench.connection, NAME))?.current?.number === 2)
  })
})

describe('a rebuild of one category', () => {
  it('leaves the projections as they are', async () => {
    expect(statusOf(await jobEndOf(await rebuilding().request(['order'])))).toBe('DONE')
    expect(await findRegister(bench.connection, NAME)).toMatchObject({ current: { number: 1 }, lastNumber: 1 })
  })
})
