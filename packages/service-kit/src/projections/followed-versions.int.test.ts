import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type ConsumerBench, openConsumerBench } from '../consumers/fixtures/consumer-bench.ts'
import { chainOf } from '../consumers/fixtures/event-chain.ts'
import { NAME, ownersProjection } from '../consumers/fixtures/owners-projection.ts'
import { parkedOf } from '../consumers/parked.ts'
import { until } from '../kafka/fixtures/condition.ts'
import { inTransaction } from '../store/transaction.ts'
import { versionsSeen } from '../store/versions-seen.ts'
import { followedVersions } from './followed-versions.ts'

// A busy machine is slow, not wrong.
jest.setTimeout(240_000)

let bench: ConsumerBench
beforeEach(async () => {
  bench = await openConsumerBench()
})
afterEach(() => bench.dispose())

const newStream = () => `customer-${randomUUID()}`
const versionOf = async (stream: string, projection = NAME) =>
  (await followedVersions(bench.connection, projection, [stream])).get(stream)
const untilFollowed = (stream: string, version: number, projection?: string) =>
  until(`${stream} is followed up to ${version}`, async () => (await versionOf(stream, projection)) === version)

describe('a record of another service', () => {
  it('is known at the version of its last event, also where the projection has no use for that', async () => {
    const stream = newStream()
    const none = { ...bench.recording('orders.none'), handlers: {} }
    bench.begin(ownersProjection(bench.connection).projection, none)
    const [first, second, ...later] = chainOf(stream, 4)
    if (!first || !second) throw new Error('four events were made')
    await bench.publish([first, second])
    await untilFollowed(stream, 2)
    await bench.publish(later)
    await untilFollowed(stream, 4)
    await untilFollowed(stream, 4, 'orders.none')
  })

  it('is not known where nothing of it has come', async () => {
    expect(await versionOf(newStream())).toBeUndefined()
  })

  it('is known at the version before the event that stands still, however much waits behind it', async () => {
    const stream = newStream()
    const fail = ({ version }: { readonly version: number }) => {
      if (version === 3) throw new Error('cannot be applied')
    }
    bench.begin(ownersProjection(bench.connection, { before: fail }).projection)
    await bench.publish(chainOf(stream, 5))
    await until('all three wait', async () => (await parkedOf(bench.connection).countDocuments({ stream })) === 3)
    expect(await versionOf(stream)).toBe(2)
  })

  it('is known in a higher version of the projection without another store of versions', async () => {
    const stream = newStream()
    const before = bench.begin(ownersProjection(bench.connection).projection)
    await bench.publish(chainOf(stream, 3))
    await untilFollowed(stream, 3)
    await before.stop()
    const { kept, projection } = ownersProjection(bench.connection, { version: 2 })
    bench.begin(projection)
    const isNext = async () => (await kept.current()).collectionName !== kept.name
    await until('readers see the second build', isNext)
    expect(await versionOf(stream)).toBe(3)
  })
})

describe('what a decision saw', () => {
  it('is of the same moment as what its transaction reads, whatever arrives meanwhile', async () => {
    const stream = newStream()
    const { kept, projection } = ownersProjection(bench.connection)
    bench.begin(projection)
    const [first, ...later] = chainOf(stream, 3)
    if (!first) throw new Error('three events were made')
    await bench.publish([first])
    await untilFollowed(stream, 1)
    const rests = [{ projection: NAME, stream, isThere: true }]
    const documents = await kept.current()
    await inTransaction(bench.connection, async (session) => {
      const read = await documents.findOne({ _id: stream }, { session })
      await bench.publish(later)
      await untilFollowed(stream, 3)
      expect(read?.owners).toHaveLength(1)
      expect(await versionsSeen(bench.connection, rests, session)).toEqual([{ stream, version: 1 }])
    })
  })

  it('is nothing of a record that is not there for whoever decides, though its events are known (SEC-2)', async () => {
    const stream = newStream()
    bench.begin(ownersProjection(bench.connection).projection)
    await bench.publish(chainOf(stream, 2))
    await untilFollowed(stream, 2)
    const rests = [{ projection: NAME, stream, isThere: false }]
    const seen = await inTransaction(bench.connection, (session) => versionsSeen(bench.connection, rests, session))
    expect(seen).toEqual([{ stream, version: 0 }])
  })
})
