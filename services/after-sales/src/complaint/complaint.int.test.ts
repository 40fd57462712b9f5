import { randomUUID } from 'node:crypto'
import { encodeDeadlineBoardId, encodeScorecardId, parseLocalDate, plusMillis } from '@afterline/rules'
import { inTransaction } from '@afterline/service-kit'
import type { Caller } from '@afterline/service-kit/testing/subgraph'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openAfterSales, type TestAfterSales } from '../after-sales.fixture.ts'
import { administration, type Complaints, complaintsOf, desk, HOUR_MS, MONDAY } from './complaints.fixture.ts'

const auditor: Caller = { id: 'sun', roles: ['AUDITOR'] }

let service: TestAfterSales
let complaints: Complaints
beforeAll(async () => {
  service = await openAfterSales(MONDAY)
  complaints = complaintsOf(service)
})
afterAll(() => service.dispose())
beforeEach(() => {
  service.clock.now = MONDAY
})

async function handled(caller = desk): Promise<string> {
  const { id: complaintId } = await complaints.receive()
  await complaints.must(caller, 'registerComplaint', {
    complaintId,
    verification: 'Seen on the bench',
    isSubstantiated: true,
  })
  await complaints.must(caller, 'issueOpinion', { complaintId, opinion: 'The battery' })
  await complaints.must(caller, 'handleComplaint', { complaintId, outcome: 'SOLVED', measure: 'Battery replaced' })
  return complaintId
}

describe('the way of a complaint through the graph', () => {
  it('leads from receipt to closing, and keeps who did what (CMP-1 to CMP-9, SRV-13)', async () => {
    const complaintId = await handled()
    await complaints.must(desk, 'returnResult', { complaintId, channel: 'PHONE' })
    await complaints.must(administration, 'confirmResolution', { complaintId })
    const closed = await complaints.must(
      desk,
      'closeComplaint',
      { complaintId, outcome: 'CONFIRMED' },
      'status attempts { attempt handledBy } confirmation { attempt } closure { outcome closedAt }',
    )
    expect(closed).toEqual({
      status: 'CLOSED',
      attempts: [{ attempt: 1, handledBy: 'wang' }],
      confirmation: { attempt: 1 },
      closure: { outcome: 'CONFIRMED', closedAt: MONDAY },
    })
  })

  it('tells every rule that refuses, as data (C2)', async () => {
    const { id: complaintId } = await complaints.receive()
    const { data, codes } = await complaints.mutate(desk, 'handleComplaint', {
      complaintId,
      outcome: 'SOLVED',
      measure: 'none',
    })
    expect(codes).toEqual([])
    expect(data?.['handleComplaint']).toMatchObject({
      complaint: { status: 'RECEIVED' },
      violations: [{ rule: 'CMP-2' }, { rule: 'CMP-5' }],
    })
  })

  it('gives the same answer to a repeated key', async () => {
    const input = { idempotencyKey: randomUUID(), customerId: randomUUID() }
    const first = await complaints.receive(input)
    expect(await complaints.receive(input)).toEqual(first)
  })

  it('says of a repeated answer that it is one, accepted or refused', async () => {
    const receipt = {
      idempotencyKey: randomUUID(),
      customerId: randomUUID(),
      channel: 'PHONE',
      description: 'It stops',
    }
    const { id: complaintId } = await complaints.receive()
    const tooEarly = { idempotencyKey: randomUUID(), complaintId, outcome: 'SOLVED', measure: 'none' }
    for (const isRepeated of [false, true]) {
      const accepted = await complaints.mutate(desk, 'receiveComplaint', receipt)
      expect(accepted.data?.['receiveComplaint']).toMatchObject({ violations: [], isRepeated })
      const refused = await complaints.mutate(desk, 'handleComplaint', tooEarly)
      expect(refused.data?.['handleComplaint']).toMatchObject({ violations: [{ rule: 'CMP-2' }, {}], isRepeated })
    }
  })

  it('accepts what nobody has on record, and says so (CMP-1)', async () => {
    const { id } = await complaints.receive({ orderId: randomUUID(), productId: 'the blue one', lotId: randomUUID() })
    const complaint = await complaints.read(desk, id, 'unknownReferences product { id } description')
    expect(complaint).toEqual({
      unknownReferences: ['CUSTOMER', 'ORDER', 'LOT'],
      product: null,
      description: 'The pump stops\n[product: the blue one]',
    })
  })

  it('refuses only what cannot be stored, as an error of the client (CMP-1)', async () => {
    const input = { customerId: randomUUID(), channel: 'PHONE', description: 'The pump stops' }
    const impossible = [{ customerId: 'the clinic' }, { description: 'x'.repeat(7001) }]
    for (const changes of impossible) {
      expect((await complaints.mutate(desk, 'receiveComplaint', { ...input, ...changes })).codes).toEqual([
        'INPUT_INVALID',
      ])
    }
    const atLimit = {
      description: 'x'.repeat(7000),
      orderId: 'o'.repeat(300),
      productId: 'p'.repeat(300),
      lotId: 'l'.repeat(300),
    }
    expect((await complaints.receive({ ...input, ...atLimit })).status).toBe('RECEIVED')
  })

  it('takes a hand-over only from administration, which tells a time (CMP-4, SRV-11)', async () => {
    const { id: complaintId } = await complaints.receive()
    await complaints.must(desk, 'markComplaintUnsolvable', { complaintId, reason: 'needs the manufacturer' })
    const acceptance = { complaintId, expectedAt: plusMillis(MONDAY, 48 * HOUR_MS), reasonTold: 'part is ordered' }
    expect((await complaints.mutate(desk, 'acceptByAdministration', acceptance)).codes).toEqual(['FORBIDDEN'])
    const fields = 'isWithAdministration handOver { acceptedBy expectedAt }'
    expect(await complaints.must(administration, 'acceptByAdministration', acceptance, fields)).toEqual({
      isWithAdministration: true,
      handOver: { acceptedBy: 'zhao', expectedAt: acceptance.expectedAt },
    })
  })
})

describe('personal texts', () => {
  const personal = 'description complainant { name phone } registration { verification }'

  it('are clear to those who handle complaints, and masked for the others (SEC-1)', async () => {
    const id = await handled()
    expect(await complaints.read(desk, id, personal)).toEqual({
      description: 'The pump stops',
      complainant: { name: 'Mr Qian', phone: null },
      registration: { verification: 'Seen on the bench' },
    })
    expect(await complaints.read(auditor, id, personal)).toEqual({
      description: 'T***',
      complainant: { name: 'M***', phone: null },
      registration: { verification: 'S***' },
    })
  })

  it('are gone once the person is erased, and the complaint stays', async () => {
    const customerId = randomUUID()
    const { id } = await complaints.receive({ customerId })
    const erasure = { customerId, event: randomUUID(), erasedAt: MONDAY, doneAt: MONDAY }
    await inTransaction(service.kit.connection, (session) => service.kit.cipher.erase(erasure, session))
    expect(await complaints.read(desk, id, 'status description')).toEqual({ status: 'RECEIVED', description: null })
  })
})

describe("a complaint's limits", () => {
  it('run from receipt, each with the reason of its due instant (CMP-2, CMP-3, CMP-5, C27)', async () => {
    const { id } = await complaints.receive()
    const fields = 'deadlines { key rule status startedAt dueAt explanation { countedMs } }'
    const { deadlines } = (await complaints.read(desk, id, fields)) as unknown as {
      deadlines: readonly { key: string }[]
    }
    const byKey = new Map(deadlines.map((deadline) => [deadline.key, deadline]))
    expect(byKey.get('complaint.verify')).toMatchObject({
      rule: 'CMP-2',
      status: 'RUNNING',
      startedAt: MONDAY,
      dueAt: plusMillis(MONDAY, 2 * HOUR_MS),
      explanation: { countedMs: 0 },
    })
    expect(byKey.get('complaint.opinion.quality')).toMatchObject({ dueAt: plusMillis(MONDAY, 24 * HOUR_MS) })
    // One working day from Monday 09:00 is Tuesday 09:00 by the company's calendar.
    expect(byKey.get('complaint.handle')).toMatchObject({ dueAt: plusMillis(MONDAY, 24 * HOUR_MS) })
  })

  it('show on the board, and in the figures once they end (KPI-13, KPI-17)', async () => {
    const customerId = randomUUID()
    const { id: complaintId } = await complaints.receive({ customerId })
    service.clock.now = plusMillis(MONDAY, 3 * HOUR_MS)
    const question = {
      statuses: null,
      keys: null,
      escalateTo: null,
      dueBefore: null,
      stream: `complaint-${complaintId}`,
    }
    const board = encodeDeadlineBoardId({ ...question, statuses: ['OVERDUE'] })
    const day = { from: parseLocalDate('2026-03-02'), to: parseLocalDate('2026-03-03'), zone: null }
    const scorecard = encodeScorecardId({ ...day, asOf: service.clock.now, scope: `customer:${customerId}` })
    const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on DeadlineBoard { complaints { edges { node { key status } } } }
      ... on Scorecard { service { id part numerator denominator pending } }
    } }`
    const refs = [
      { __typename: 'DeadlineBoard', id: board },
      { __typename: 'Scorecard', id: scorecard },
    ]
    const { data, codes } = await service.ask({ id: 'chen', roles: ['LEADERSHIP'] }, source, { refs })
    expect(codes).toEqual([])
    const entities = data?.['_entities'] as
      | readonly { complaints?: unknown; service?: readonly unknown[] }[]
      | undefined
    const [onBoard, figures] = entities ?? []
    expect(onBoard?.complaints).toEqual({ edges: [{ node: { key: 'complaint.verify', status: 'OVERDUE' } }] })
    expect(figures?.service).toContainEqual(
      expect.objectContaining({ id: 'KPI-17', part: 'complaint.verify', numerator: '0', denominator: '1' }),
    )
    expect(figures?.service).toContainEqual(expect.objectContaining({ id: 'KPI-13', numerator: '0', denominator: '1' }))
  })
})

describe('lists', () => {
  it('page through every complaint of a customer once, newest first', async () => {
    const customerId = randomUUID()
    const ids: string[] = []
    for (const minutes of [0, 1, 2, 2, 3]) {
      service.clock.now = plusMillis(MONDAY, minutes * 60_000)
      ids.push((await complaints.receive({ customerId })).id)
    }
    const source = `query ($filter: ComplaintFilter, $after: String) {
      complaints(filter: $filter, first: 2, after: $after) {
        edges { node { id receivedAt } } pageInfo { hasNextPage endCursor }
      }
    }`
    const seen: { id: string; receivedAt: string }[] = []
    let after: string | null = null
    do {
      const { data } = await service.ask(desk, source, { filter: { customerId }, after })
      const page = data?.['complaints'] as {
        edges: { node: { id: string; receivedAt: string } }[]
        pageInfo: { hasNextPage: boolean; endCursor: string }
      }
      seen.push(...page.edges.map(({ node }) => node))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    expect(seen.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    const instants = seen.map(({ receivedAt }) => receivedAt)
    expect(instants).toEqual(instants.toSorted().toReversed())
  })

  it('show administration what it has, accepted or not (CMP-4)', async () => {
    const customerId = randomUUID()
    const { id: complaintId } = await complaints.receive({ customerId })
    await complaints.receive({ customerId })
    await complaints.must(desk, 'markComplaintUnsolvable', { complaintId, reason: 'needs the manufacturer' })
    const source = `query ($filter: ComplaintFilter) { complaints(filter: $filter) { edges { node { id } } } }`
    const { data } = await service.ask(administration, source, { filter: { customerId, withAdministration: true } })
    expect(data?.['complaints']).toEqual({ edges: [{ node: { id: complaintId } }] })
  })

  it('are bounded', async () => {
    const { codes } = await service.ask(desk, '{ complaints(first: 101) { edges { cursor } } }')
    expect(codes).toEqual(['INPUT_INVALID'])
  })
})
