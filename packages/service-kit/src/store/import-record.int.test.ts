import { randomUUID } from 'node:crypto'
import { hashOfEvent } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { HistoryAnswer } from '../interfaces.ts'
import { watchTransactions } from '../testing/transaction-costs.ts'
import {
  commandAt,
  contentsOf,
  handleIt,
  historyOf,
  hoursLater,
  MONDAY,
  openTestStore,
  receive,
  register,
  requestOf,
  streamOf,
  type TestStore,
} from './fixtures/test-store.ts'

// A busy machine is slow, not wrong.

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.dispose())

const LAST_YEAR = hoursLater(MONDAY, -24 * 20)
const importing = (...args: Parameters<typeof historyOf>) =>
  store.commands.importHistory(store.desk(), historyOf(...args))

/** Handled twice without being registered before, which CMP-2 speaks against both times. */
function unregistered(id: string) {
  return [
    commandAt(LAST_YEAR, receive(id)),
    commandAt(hoursLater(LAST_YEAR, 1), handleIt),
    commandAt(hoursLater(LAST_YEAR, 2), register),
  ]
}

describe('a record of history', () => {
  it('is kept whole, however old, each event at its time and marked as late', async () => {
    const id = randomUUID()
    const at = [0, 1, 2].map((hours) => hoursLater(LAST_YEAR, hours))
    const [first = LAST_YEAR, second = LAST_YEAR, third = LAST_YEAR] = at
    const outcome = await importing(id, [
      commandAt(first, receive(id)),
      commandAt(second, register),
      commandAt(third, handleIt),
    ])
    expect(outcome).toMatchObject({ status: 'imported', violations: [], document: { version: 3, findings: [] } })
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events.map(({ occurredAt }) => occurredAt)).toEqual(at)
    expect(events.every((event) => event.backdatedBecause === 'import of history')).toBe(true)
    expect(events.every(({ hash, ...rest }) => hash === hashOfEvent(rest))).toBe(true)
  })

  it('that breaks a rule is kept, with one finding per rule, in the document and as the last event', async () => {
    const id = randomUUID()
    const commands = [...unregistered(id).slice(0, 2), commandAt(hoursLater(LAST_YEAR, 1), receive(id))]
    const closed = store.desk(async () => ({ isDeskOpen: false }))
    const outcome = await store.commands.importHistory(closed, historyOf(id, commands))
    expect(outcome.status).toBe('imported')
    expect(outcome.document?.findings.map(({ rule, source }) => [rule, source.row])).toEqual([
      ['CMP-1', 7],
      ['CMP-2', 7],
    ])
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events.map(({ type }) => type)).toEqual([
      'ComplaintReceived',
      'ComplaintHandled',
      'ComplaintReceived',
      'FindingsRecorded',
    ])
    const [{ source, ...finding } = { source: null }, ...others] = outcome.document?.findings ?? []
    const findings = [finding, ...others.map(({ source: _, ...other }) => other)]
    expect(events[3]?.data).toEqual({ findings, source })
    expect(await store.desk().model.findById(id).lean()).toEqual(outcome.document)
  })

  it('imported again adds nothing and answers with the findings that stand', async () => {
    const id = randomUUID()
    const first = await importing(id, unregistered(id))
    const before = await contentsOf(store.connection)
    const second = await importing(id, unregistered(id))
    expect(second).toEqual({ status: 'alreadyPresent', document: first.document, violations: [], changes: [] })
    expect(await contentsOf(store.connection)).toEqual(before)
  })

  it('imported by several at once is there once', async () => {
    const id = randomUUID()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => importing(id, unregistered(id))))
    expect(outcomes.filter(({ status }) => status === 'imported')).toHaveLength(1)
    expect(outcomes.filter(({ status }) => status === 'alreadyPresent')).toHaveLength(4)
  })

  it('that makes no event is unusable, says why, and is not kept', async () => {
    const before = await contentsOf(store.connection)
    const silent = store.desk(async () => ({ isDeskOpen: false }))
    const { aggregate } = silent
    const mute = {
      ...silent,
      aggregate: { ...aggregate, decide: () => ({ ...aggregate.decide(...refused), events: [] }) },
    }
    const outcome = await store.commands.importHistory(mute, historyOf(randomUUID(), [commandAt(LAST_YEAR, register)]))
    expect(outcome).toMatchObject({ status: 'unusable', document: null, violations: [{ rule: 'CMP-1' }] })
    expect(await contentsOf(store.connection)).toEqual(before)
  })

  it('that breaks the contract in its last event leaves nothing of the first', async () => {
    const before = await contentsOf(store.connection)
    const commands = [commandAt(LAST_YEAR, receive(randomUUID())), commandAt(LAST_YEAR, receive('no uuid'))]
    const refused = { code: 'INPUT_INVALID', field: 'complaintId' }
    await expect(importing(randomUUID(), commands)).rejects.toMatchObject(refused)
    expect(await contentsOf(store.connection)).toEqual(before)
  })

  it('that is told out of order, or of the future, is INPUT_INVALID', async () => {
    const id = randomUUID()
    const backwards = [commandAt(MONDAY, receive(id)), commandAt(LAST_YEAR, register)]
    await expect(importing(id, backwards)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const ahead = [commandAt(hoursLater(MONDAY, 1), receive(id))]
    await expect(importing(id, ahead)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  it('goes on with commands as they happen', async () => {
    const id = randomUUID()
    await importing(id, [commandAt(LAST_YEAR, receive(id))])
    const outcome = await store.commands.handle(store.desk(), requestOf(id, MONDAY, register))
    expect(outcome).toMatchObject({ status: 'accepted', document: { version: 2 } })
  })
})

describe('many records of history', () => {
  const many = (requests: readonly ReturnType<typeof historyOf>[]) =>
    store.commands.importHistories(store.desk(), requests)

  it('are one transaction, and each is what it would be by itself', async () => {
    const ids = Array.from({ length: 50 }, () => randomUUID())
    const watch = watchTransactions(store.connection)
    const answers = await many(ids.map(whole))
    watch.end()
    expect(watch.costs()).toMatchObject([{ written: { complaints: 50, events: 100, outbox: 100 } }])
    expect(watch.costs()[0]?.roundTrips).toBeLessThanOrEqual(8)
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill('imported'))
    for (const [index, id] of ids.entries()) {
      expect(await store.desk().model.findById(id).lean()).toEqual((answers[index] as { document: unknown }).document)
      expect((await streamOf(store.connection, `complaint-${id}`)).map(({ version }) => version)).toEqual([1, 2])
    }
  })

  it('lose only the one that cannot be read, and the ones that are there already stay as they are', async () => {
    const ids = Array.from({ length: 10 }, () => randomUUID())
    const [there = '', bad = ''] = ids
    await many([whole(there)])
    const unreadable = historyOf(bad, [commandAt(LAST_YEAR, receive('no uuid'))])
    const answers = await many(ids.map((id) => (id === bad ? unreadable : whole(id))))
    expect(answers.map(({ status }) => status)).toEqual(['alreadyPresent', 'failed', ...Array(8).fill('imported')])
    expect(answers[1]).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'complaintId' } })
    expect(await streamOf(store.connection, `complaint-${bad}`)).toEqual([])
    expect(await streamOf(store.connection, `complaint-${there}`)).toHaveLength(2)
  })

  it('lose only the one whose unique value is taken', async () => {
    const ids = Array.from({ length: 6 }, () => randomUUID())
    const [taken = ''] = ids
    await store.connection.collection('complaints').createIndex({ 'state.id': 1 }, { unique: true, name: 'unique' })
    await store.connection
      .collection<{ _id: string }>('complaints')
      .insertOne({ _id: randomUUID(), state: { id: taken } } as never)
    const answers = await many(ids.map(whole))
    await store.connection.collection('complaints').dropIndex('unique')
    expect(answers.map(({ status }) => status)).toEqual(['failed', ...Array(5).fill('imported')])
    expect(answers[0]).toMatchObject({ error: { code: 'DUPLICATE' } })
    expect(await streamOf(store.connection, `complaint-${taken}`)).toEqual([])
  })

  it('imported by twenty at once are there once each (record.source)', async () => {
    const ids = Array.from({ length: 12 }, () => randomUUID())
    const answers = await Promise.all(Array.from({ length: 20 }, () => many(ids.map(whole))))
    const statuses = answers.flat().map(({ status }) => status)
    expect(statuses.filter((status) => status === 'imported')).toHaveLength(12)
    expect(statuses.filter((status) => status === 'alreadyPresent')).toHaveLength(19 * 12)
  })
})

describe('many records of history, rehearsed', () => {
  const nothing = async () => undefined
  const fateOf = (answer: HistoryAnswer<unknown>) =>
    answer.status === 'failed'
      ? answer
      : { status: answer.status, changes: answer.changes, findings: answer.document?.findings }

  it('are answered as the import answers then, and nothing of it is kept', async () => {
    const [there, fresh, wanting, bad] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    await importing(there, [commandAt(LAST_YEAR, receive(there))])
    const requests = [
      historyOf(there, [commandAt(LAST_YEAR, receive(there)), commandAt(MONDAY, register)]),
      historyOf(fresh, [commandAt(LAST_YEAR, receive(fresh))]),
      historyOf(wanting, unregistered(wanting)),
      historyOf(bad, [commandAt(LAST_YEAR, receive('no uuid'))]),
    ].map((request, index) => ({ ...request, correlationId: `rehearsed ${index}` }))
    const before = await contentsOf(store.connection)
    const foreseen = await store.commands.rehearseHistories(store.desk(), requests, nothing)
    expect(await contentsOf(store.connection)).toEqual(before)
    const answers = await store.commands.importHistories(store.desk(), requests)
    expect(foreseen.map(fateOf)).toEqual(answers.map(fateOf))
    expect(answers.map(({ status }) => status)).toEqual(['corrected', 'imported', 'imported', 'failed'])
  })

  it('are judged by what is presumed to be there, of which nothing is kept either', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    const before = await contentsOf(store.connection)
    const [foreseen] = await store.commands.rehearseHistories(store.desk(), [whole(first)], async (rehearsal) => {
      await rehearsal.importHistories(store.desk(), [whole(second), { ...whole(first), correlationId: 'earlier' }])
    })
    expect(foreseen?.status).toBe('alreadyPresent')
    expect(await contentsOf(store.connection)).toEqual(before)
  })

  it('meet each other nowhere, however many presume the same record at once', async () => {
    const presumed = randomUUID()
    const rehearsals = Array.from({ length: 20 }, () =>
      store.commands.rehearseHistories(store.desk(), [whole(randomUUID())], async ({ importHistories }) => {
        await importHistories(store.desk(), [whole(presumed)])
      }),
    )
    const statuses = (await Promise.all(rehearsals)).flat().map(({ status }) => status)
    expect(statuses).toEqual(Array(20).fill('imported'))
    expect(await streamOf(store.connection, `complaint-${presumed}`)).toEqual([])
  })
})

function whole(id: string) {
  return historyOf(id, [commandAt(LAST_YEAR, receive(id)), commandAt(MONDAY, register)])
}

const refused = [
  { id: '', status: 'NONE', description: null, attempts: 0 },
  commandAt(LAST_YEAR, register),
  { isDeskOpen: false },
] as const
