import { randomUUID } from 'node:crypto'
import { eventRegistry } from '@afterline/events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { UniqueValue } from '../aggregate/unique.ts'
import { fillUniqueValues } from './fill-unique-values.ts'
import type { Desk, DeskRepository } from './fixtures/complaint-desk.ts'
import {
  commandAt,
  handleIt,
  historyOf,
  MONDAY,
  openTestStore,
  receive,
  register,
  requestOf,
  type TestStore,
} from './fixtures/test-store.ts'
import { storedAggregateOf } from './fold-stream.ts'
import { uniqueValuesOf } from './unique-values.ts'

/** One complaint at a time is on the desk: from its registration until it is handled. */
const onTheDesk: UniqueValue<Desk> = {
  name: 'place',
  is: { zh: '位置', en: 'place' },
  rule: 'CMP-2',
  path: 'customerId',
  of: ({ status }) => (status === 'REGISTERED' ? [['desk', ' １ ']] : []),
}

let store: TestStore
let desk: DeskRepository
beforeAll(async () => {
  store = await openTestStore()
  desk = { ...store.desk(), aggregate: { ...store.desk().aggregate, unique: [onTheDesk] } }
})
afterAll(() => store.dispose())
beforeEach(async () => {
  await uniqueValuesOf(store.connection).deleteMany({})
  await store.connection.collection('uniqueValuesFilled').deleteMany({})
  await store.connection.collection('complaints').deleteMany({})
})

const received = async () => {
  const id = randomUUID()
  await store.commands.handle(desk, requestOf(id, MONDAY, receive(id)))
  return id
}
const registered = (id: string) => store.commands.handle(desk, requestOf(id, MONDAY, register))
const held = () => uniqueValuesOf(store.connection).find().toArray()
const KEY = 'complaint/place/["DESK","1"]'

describe('a value that is free', () => {
  it('is taken by the record that gets it, and free again when that lets go', async () => {
    const [first, second] = [await received(), await received()]
    expect((await registered(first)).status).toBe('accepted')
    expect(await held()).toEqual([{ _id: KEY, holder: first }])
    await store.commands.handle(desk, requestOf(first, MONDAY, handleIt))
    expect(await held()).toEqual([])
    expect((await registered(second)).status).toBe('accepted')
  })

  it('is taken by one of twenty that want it at once; the others are told by which', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, received))
    const outcomes = await Promise.all(ids.map(registered))
    const winners = ids.filter((_, index) => outcomes[index]?.status === 'accepted')
    expect(winners).toHaveLength(1)
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'refused' ? outcome.violations : []))
    expect(refused).toHaveLength(19)
    for (const { rule, facts } of refused)
      expect([rule, facts]).toEqual(['CMP-2', { customerId: 'desk', takenBy: winners[0] }])
  }, 60_000)
})

describe('a history that tells of a value that is taken', () => {
  it('is kept with a finding, beside the record that has it', async () => {
    const first = await received()
    await registered(first)
    const [second, third] = [randomUUID(), randomUUID()]
    const told = (id: string) => historyOf(id, [commandAt(MONDAY, receive(id)), commandAt(MONDAY, register)])
    const answers = await store.commands.importHistories(desk, [told(second), told(third)])
    expect(answers).toMatchObject([
      { status: 'imported', document: { findings: [{ rule: 'CMP-2', facts: { takenBy: first } }] } },
      { status: 'imported', document: { findings: [{ rule: 'CMP-2', facts: { takenBy: first } }] } },
    ])
    expect(await held()).toEqual([{ _id: KEY, holder: first, twins: expect.arrayContaining([second, third]) }])
  })

  it('is the first to have it where two of a batch do', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    const told = (id: string) => historyOf(id, [commandAt(MONDAY, receive(id)), commandAt(MONDAY, register)])
    const answers = await store.commands.importHistories(desk, [told(first), told(second)])
    expect(answers).toMatchObject([{ document: { findings: [] } }, { document: { findings: [{ rule: 'CMP-2' }] } }])
    expect(await held()).toEqual([{ _id: KEY, holder: first, twins: [second] }])
  })
})

describe('records from before a value had to be unique', () => {
  const source = () => ({ connection: store.connection, registry: eventRegistry })

  it('hold it together, and refuse it to everybody else', async () => {
    const former = store.desk()
    const twins = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const id = randomUUID()
        await store.commands.handle(former, requestOf(id, MONDAY, receive(id)))
        await store.commands.handle(former, requestOf(id, MONDAY, register))
        return id
      }),
    )
    await Promise.all([1, 2].map(() => fillUniqueValues(source(), [storedAggregateOf(desk)])))
    const [known] = await held()
    expect([known?.holder, ...(known?.twins ?? [])].toSorted()).toEqual(twins.toSorted())
    expect((await registered(await received())).status).toBe('refused')

    for (const id of twins) await store.commands.handle(desk, requestOf(id, MONDAY, handleIt))
    expect(await held()).toEqual([])
  })

  it('are looked through once', async () => {
    await fillUniqueValues(source(), [storedAggregateOf(desk)])
    const id = await received()
    await store.commands.handle(store.desk(), requestOf(id, MONDAY, register))
    await fillUniqueValues(source(), [storedAggregateOf(desk)])
    expect(await held()).toEqual([])
  })
})
