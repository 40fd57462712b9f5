import { randomUUID } from 'node:crypto'
import { MEASUREMENTS_TOPIC, measurementMessage, problemsOfMeasurement } from '@afterline/events'
import { evaluateMeasurement, zeroTally } from '@afterline/rules'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { measurementsOf } from '../bookkeeping/documents.ts'
import { measurementChangesOf, nextVersion } from '../bookkeeping/measurement-changes.ts'
import { openTestKafka, type TestKafka } from '../kafka/fixtures/test-kafka.ts'
import { rebuild } from '../rebuild/fixtures/rebuild-bench.ts'
import { databaseOf } from '../store/database.ts'
import {
  handleIt,
  hoursLater,
  MONDAY,
  openTestStore,
  receive,
  register,
  requestOf,
  type TestStore,
} from '../store/fixtures/test-store.ts'
import { lastOfEach, measurementsOn, newestOfEach } from './fixtures/measurement-topic.ts'
import { type MeasuringDeps, publishMeasurements } from './measuring.ts'

// A busy machine is slow, not wrong.
jest.setTimeout(120_000)

let store: TestStore
let kafka: TestKafka
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.dispose())
beforeEach(async () => {
  store.clock.now = MONDAY
  for (const { name } of await store.connection.listCollections()) {
    if (name !== 'leases') await databaseOf(store.connection).collection(name).deleteMany({})
  }
  kafka = await openTestKafka(['after-sales'])
})
afterEach(() => kafka.dispose())

const work = (more: Partial<MeasuringDeps> = {}): MeasuringDeps => {
  const { connection, policies } = store
  return { connection, policies, kafka: kafka.kafka, leaseMs: 60_000, ...more }
}

async function publishAll(deps = work()): Promise<number> {
  let published = 0
  for (;;) {
    const count = await publishMeasurements(deps)
    if (count === null) return published
    published += count
  }
}

async function send(id: string, command: Parameters<typeof requestOf>[2]): Promise<void> {
  await store.commands.handle(store.desk(), requestOf(id, store.clock.now, command))
  await store.settle()
}

async function received(): Promise<string> {
  const id = randomUUID()
  await send(id, receive(id))
  return id
}

const stored = () => measurementsOf(store.connection).find().sort({ _id: 1 }).toArray()

describe('a complaint whose measurements change', () => {
  it('has each of them on the topic as it is, newest and last, and nothing else', async () => {
    const id = await received()
    await publishAll()
    store.clock.now = hoursLater(MONDAY, 1)
    await send(id, register)
    await publishAll()
    store.clock.now = hoursLater(MONDAY, 2)
    await send(id, handleIt)
    await publishAll()

    const messages = await measurementsOn(kafka)
    const measurements = await stored()
    expect(measurements.length).toBeGreaterThan(3)
    for (const kept of [newestOfEach(messages), lastOfEach(messages)]) {
      expect([...kept.keys()].toSorted()).toEqual(measurements.map(({ _id }) => _id).toSorted())
      for (const measurement of measurements) {
        const version = kept.get(measurement._id)?.version ?? 0
        expect(kept.get(measurement._id)).toEqual(measurementMessage(measurement, version, store.policies))
      }
    }
    expect(await measurementChangesOf(store.connection).countDocuments()).toBe(0)
  })

  it('counts by what is told the same as by the ledger, at every instant', async () => {
    const id = await received()
    store.clock.now = hoursLater(MONDAY, 1)
    await send(id, register)
    await publishAll()
    const told = lastOfEach(await measurementsOn(kafka))
    for (const measurement of await stored()) {
      for (let hour = -1; hour < 24 * 14; hour += 0.5) {
        const asOf = hoursLater(MONDAY, hour)
        const step = told.get(measurement._id)?.steps.findLast(({ from }) => from <= asOf)
        const { numerator, denominator, pending } = step ?? zeroTally
        expect({ numerator, denominator, pending }).toEqual(evaluateMeasurement(measurement, asOf))
      }
    }
  })

  it('is told in the form that the contract promises, under its id', async () => {
    await received()
    await publishAll()
    for (const { key, value } of await kafka.messagesOn(MEASUREMENTS_TOPIC)) {
      const message = JSON.parse(value ?? '')
      expect(problemsOfMeasurement(message)).toEqual([])
      expect(key).toBe(message.id)
    }
  })
})

describe('what is published again', () => {
  it('is everything that was there before there was a topic, and after a rebuild', async () => {
    await received()
    await measurementChangesOf(store.connection).deleteMany({})
    const count = (await stored()).length
    expect(await publishAll()).toBe(count)
    expect(await publishAll()).toBe(0)
    await rebuild(store)
    expect(await publishAll()).toBe(count)
    expect(lastOfEach(await measurementsOn(kafka)).size).toBe(count)
  })

  it('is told as void where it is no more', async () => {
    const id = await received()
    await publishAll()
    const ids = (await stored()).map(({ _id }) => _id)
    await databaseOf(store.connection)
      .collection('events')
      .deleteMany({ stream: `complaint-${id}` })
    await rebuild(store)
    await publishAll()
    const told = newestOfEach(await measurementsOn(kafka))
    expect([...told.keys()].toSorted()).toEqual(ids.toSorted())
    for (const message of told.values()) {
      expect(message).toMatchObject({ isVoid: true, steps: [], scopes: [], stream: `complaint-${id}` })
    }
  })

  it('waits while Kafka is away, and goes out as it is by then', async () => {
    const id = await received()
    const away = { publish: () => Promise.reject(new Error('Kafka is away')) }
    await expect(publishMeasurements(work({ kafka: away }))).rejects.toThrow('Kafka is away')
    store.clock.now = hoursLater(MONDAY, 1)
    await send(id, register)
    await publishAll()
    const told = lastOfEach(await measurementsOn(kafka))
    for (const measurement of await stored()) {
      expect(told.get(measurement._id)?.achievedAt).toBe(measurement.achievedAt)
    }
  })

  it('is told once more by whoever may have been overtaken meanwhile', async () => {
    await received()
    const late = work({ leaseMs: -1 })
    const count = (await stored()).length
    expect(await publishMeasurements(late)).toBe(count)
    expect(await measurementChangesOf(store.connection).countDocuments()).toBe(1)
    await publishAll()
    expect((await measurementsOn(kafka)).length).toBeGreaterThanOrEqual(2 * count)
  })
})

describe('versions', () => {
  it('grow, whoever asks for one, and begin beyond those of a database that was there before', async () => {
    const before = Date.now() - 60_000
    const given = await Promise.all(Array.from({ length: 5 }, () => nextVersion(store.connection)))
    expect(new Set(given).size).toBe(5)
    expect(Math.min(...given)).toBeGreaterThan(before)
    expect(await nextVersion(store.connection)).toBeGreaterThan(Math.max(...given))
  })
})
