import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { HistoryRequest } from '../interfaces.ts'
import type { DeskCommand } from './fixtures/complaint-desk.ts'
import {
  commandAt,
  contentsOf,
  handleIt,
  historyOf,
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

// A busy machine is slow, not wrong.

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.dispose())

const LAST_YEAR = hoursLater(MONDAY, -24 * 20)
const at = (hours: number, command: Parameters<typeof commandAt>[1]) => commandAt(hoursLater(LAST_YEAR, hours), command)
const classify = (complaintClass: 'QUALITY' | 'OTHER') => ({ type: 'Classify', data: { complaintClass } }) as const
const tell = (id: string, commands: readonly DeskCommand[], more: Partial<HistoryRequest<DeskCommand>> = {}) =>
  store.commands.importHistory(store.desk(), { ...historyOf(id, commands), ...more })
const typesOf = async (id: string) => (await streamOf(store.connection, `complaint-${id}`)).map(({ type }) => type)

let id: string
beforeEach(() => {
  id = randomUUID()
})

describe('a record that is told again', () => {
  it('with a step more has it appended at its time, and says what was corrected', async () => {
    await tell(id, [at(0, receive(id)), at(1, register)])
    const outcome = await tell(id, [at(0, receive(id)), at(1, register), at(2, handleIt)])
    const added = { field: 'ComplaintHandled', before: null, after: hoursLater(LAST_YEAR, 2) }
    expect(outcome).toMatchObject({ status: 'corrected', changes: [added], document: { state: { status: 'HANDLED' } } })
    const events = await streamOf(store.connection, `complaint-${id}`)
    expect(events.map(({ type }) => type)).toEqual([
      'ComplaintReceived',
      'ComplaintRegistered',
      'ComplaintHandled',
      'RecordCorrected',
    ])
    expect(events[2]).toMatchObject({ occurredAt: added.after, backdatedBecause: 'import of history' })
    expect(events[3]?.data).toMatchObject({ changes: [added], source: { file: 'complaints.csv', row: 7 } })
    expect(await store.desk().model.findById(id).lean()).toEqual(outcome.document)
  })

  it('once more is as it is, whichever of its tellings it repeats last', async () => {
    await tell(id, [at(0, receive(id))])
    await tell(id, [at(0, receive(id)), at(1, register)])
    const before = await contentsOf(store.connection)
    expect(await tell(id, [at(0, receive(id)), at(1, register)])).toMatchObject({
      status: 'alreadyPresent',
      changes: [],
    })
    expect(await contentsOf(store.connection)).toEqual(before)
  })

  it('with a step that breaks a rule has it all the same, as a finding', async () => {
    await tell(id, [at(0, receive(id))])
    const outcome = await tell(id, [at(0, receive(id)), at(1, handleIt)])
    expect(outcome).toMatchObject({ status: 'corrected', document: { findings: [{ rule: 'CMP-2' }] } })
    expect(await typesOf(id)).toEqual(['ComplaintReceived', 'ComplaintHandled', 'FindingsRecorded', 'RecordCorrected'])
  })

  it.each([
    ['of another time', () => [at(1, receive(id)), at(2, register)], ['ComplaintReceived']],
    ['without a step', () => [at(0, receive(id))], ['ComplaintRegistered']],
    ['of another customer', () => [at(0, receive(id)), at(2, registerOf(randomUUID()))], ['customerId']],
    [
      'of another time, with a step more',
      () => [at(1, receive(id)), at(2, register), at(3, opine())],
      ['OpinionIssued', 'ComplaintReceived'],
    ],
  ])('%s is different, says in what, and changes nothing', async (_, other, fields) => {
    await tell(id, [at(0, receive(id)), at(2, register)])
    const before = await contentsOf(store.connection)
    const outcome = await tell(id, other())
    expect(outcome).toMatchObject({ status: 'different' })
    expect(outcome.changes?.map(({ field }) => field)).toEqual(fields)
    expect(await contentsOf(store.connection)).toEqual(before)
  })

  it('with other words about a person is different, and shows neither', async () => {
    await tell(id, [at(0, receive(id))])
    expect(await tell(id, [at(0, receive(id, 'Mr Wang says nothing'))])).toMatchObject({
      status: 'different',
      changes: [{ field: 'description', before: null, after: null }],
    })
    expect(await tell(id, [at(0, receive(id))])).toMatchObject({ status: 'alreadyPresent' })
  })

  it('with a field otherwise is changed where a command changes it, and not again', async () => {
    const told = (complaintClass: 'QUALITY' | 'OTHER') =>
      tell(id, [at(0, receive(id)), at(1, classify(complaintClass))], {
        corrections: { complaintClass: () => commandAt(MONDAY, classify(complaintClass)) },
      })
    await told('OTHER')
    expect(await told('QUALITY')).toMatchObject({
      status: 'corrected',
      changes: [{ field: 'complaintClass', before: 'OTHER', after: 'QUALITY' }],
    })
    expect(await told('QUALITY')).toMatchObject({ status: 'alreadyPresent' })
    expect(await typesOf(id)).toHaveLength(4)
  })

  it('without an instant of its own is not told otherwise because time goes by', async () => {
    await tell(id, [commandAt(LAST_YEAR, receive(id))], { isUndated: true })
    expect(await tell(id, [commandAt(MONDAY, receive(id))], { isUndated: true })).toMatchObject({
      status: 'alreadyPresent',
    })
  })

  it('by a request whose answer was lost gets that answer', async () => {
    const request = historyOf(id, [at(0, receive(id))])
    const again = { ...historyOf(id, [at(0, receive(id)), at(1, register)]) }
    const statuses = []
    for (const one of [request, request, again, again, request]) {
      statuses.push((await store.commands.importHistory(store.desk(), one)).status)
    }
    expect(statuses.slice(0, 4)).toEqual(['imported', 'imported', 'corrected', 'corrected'])
  })

  it('leaves what has happened here since alone, and does nothing twice', async () => {
    await tell(id, [at(0, receive(id))])
    await store.commands.handle(store.desk(), requestOf(id, MONDAY, opine()))
    expect(await tell(id, [at(0, receive(id))])).toMatchObject({ status: 'alreadyPresent' })
    expect(await tell(id, [at(0, receive(id)), at(1, handleIt)])).toMatchObject({ status: 'different' })
    expect(await tell(id, [at(0, receive(id)), at(1, register)])).toMatchObject({ status: 'corrected' })
  })
})

const registerOf = (customerId: string) => ({ ...register, data: { customerId } }) as typeof register

describe('many records of which some are told otherwise', () => {
  it('are one transaction: new ones begin, others go on, and what is different stays as it is', async () => {
    const [known = '', other = '', fresh = ''] = [randomUUID(), randomUUID(), randomUUID()]
    await tell(known, [at(0, receive(known))])
    await tell(other, [at(0, receive(other))])
    const answers = await store.commands.importHistories(store.desk(), [
      historyOf(known, [at(0, receive(known)), at(1, register)]),
      historyOf(other, [at(5, receive(other))]),
      historyOf(fresh, [at(0, receive(fresh))]),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['corrected', 'different', 'imported'])
    expect(await typesOf(known)).toHaveLength(3)
  })
})
