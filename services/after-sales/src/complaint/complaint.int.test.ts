import { randomUUID } from 'node:crypto'
import { encodeDeadlineBoardId, encodeScorecardId, parseInstant, parseLocalDate, plusMillis } from '@afterline/rules'
import { FIRST_BUILD, inTransaction } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import type { Answer, Caller } from '@afterline/service-kit/testing/subgraph'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openAfterSales, type TestAfterSales } from '../after-sales.fixture.ts'

const MONDAY = parseInstant('2026-03-02T09:00:00+08:00')
const HOUR_MS = 60 * 60 * 1000
const desk: Caller = { id: 'wang', roles: ['COMPLAINT_DESK'] }
const administration: Caller = { id: 'zhao', roles: ['AFTER_SALES', 'ADMINISTRATION'] }
const auditor: Caller = { id: 'sun', roles: ['AUDITOR'] }
const salesperson: Caller = { id: 'sales-1', roles: ['SALESPERSON'] }

let service: TestAfterSales
beforeAll(async () => {
  service = await openAfterSales(MONDAY)
})
afterAll(() => service.dispose())
beforeEach(() => {
  service.clock.now = MONDAY
})

interface ComplaintAnswer {
  readonly id: string
  readonly status: string
  readonly [field: string]: unknown
}

async function mutate(caller: Caller, name: string, input: object, fields = 'id version status'): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const source = `mutation ($entry: Entry!, $input: ${type}!) {
    ${name}(entry: $entry, input: $input) { complaint { ${fields} } violations { rule path } }
  }`
  return service.ask(caller, source, entryAndInput({ ...input }))
}

/** Carries out a mutation that has to succeed. */
async function must(caller: Caller, name: string, input: object, fields?: string): Promise<ComplaintAnswer> {
  const { data, codes } = await mutate(caller, name, input, fields)
  expect(codes).toEqual([])
  const payload = data?.[name] as { complaint: ComplaintAnswer; violations: readonly unknown[] }
  expect(payload.violations).toEqual([])
  return payload.complaint
}

const receive = (input: object = {}, caller = desk) =>
  must(caller, 'receiveComplaint', {
    customerId: randomUUID(),
    channel: 'PHONE',
    description: 'The pump stops',
    complainantName: 'Mr Qian',
    ...input,
  })

async function read(caller: Caller, id: string, fields: string): Promise<ComplaintAnswer | null> {
  const { data, codes } = await service.ask(caller, `query ($id: ID!) { complaint(id: $id) { ${fields} } }`, { id })
  expect(codes).toEqual([])
  return (data?.['complaint'] ?? null) as ComplaintAnswer | null
}

async function handled(caller = desk): Promise<string> {
  const { id: complaintId } = await receive()
  await must(caller, 'registerComplaint', { complaintId, verification: 'Seen on the bench', isSubstantiated: true })
  await must(caller, 'issueOpinion', { complaintId, opinion: 'The battery' })
  await must(caller, 'handleComplaint', { complaintId, outcome: 'SOLVED', measure: 'Battery replaced' })
  return complaintId
}

describe('the way of a complaint through the graph', () => {
  it('leads from receipt to closing, and keeps who did what (CMP-1 to CMP-9, SRV-13)', async () => {
    const complaintId = await handled()
    await must(desk, 'returnResult', { complaintId, channel: 'PHONE' })
    await must(administration, 'confirmResolution', { complaintId })
    const closed = await must(
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
    const { id: complaintId } = await receive()
    const { data, codes } = await mutate(desk, 'handleComplaint', { complaintId, outcome: 'SOLVED', measure: 'none' })
    expect(codes).toEqual([])
    expect(data?.['handleComplaint']).toMatchObject({
      complaint: { status: 'RECEIVED' },
      violations: [{ rule: 'CMP-2' }, { rule: 'CMP-5' }],
    })
  })

  it('gives the same answer to a repeated key', async () => {
    const input = { idempotencyKey: randomUUID(), customerId: randomUUID() }
    const first = await receive(input)
    expect(await receive(input)).toEqual(first)
  })

  it('accepts what nobody has on record, and says so (CMP-1)', async () => {
    const { id } = await receive({ orderId: randomUUID(), productId: 'the blue one', lotId: randomUUID() })
    const complaint = await read(desk, id, 'unknownReferences product { id } description')
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
      expect((await mutate(desk, 'receiveComplaint', { ...input, ...changes })).codes).toEqual(['INPUT_INVALID'])
    }
    const atLimit = {
      description: 'x'.repeat(7000),
      orderId: 'o'.repeat(300),
      productId: 'p'.repeat(300),
      lotId: 'l'.repeat(300),
    }
    expect((await receive({ ...input, ...atLimit })).status).toBe('RECEIVED')
  })

  it('takes a hand-over only from administration, which tells a time (CMP-4, SRV-11)', async () => {
    const { id: complaintId } = await receive()
    await must(desk, 'markComplaintUnsolvable', { complaintId, reason: 'needs the manufacturer' })
    const acceptance = { complaintId, expectedAt: plusMillis(MONDAY, 48 * HOUR_MS), reasonTold: 'part is ordered' }
    expect((await mutate(desk, 'acceptByAdministration', acceptance)).codes).toEqual(['FORBIDDEN'])
    const fields = 'isWithAdministration handOver { acceptedBy expectedAt }'
    expect(await must(administration, 'acceptByAdministration', acceptance, fields)).toEqual({
      isWithAdministration: true,
      handOver: { acceptedBy: 'zhao', expectedAt: acceptance.expectedAt },
    })
  })
})

describe('personal texts', () => {
  const personal = 'description complainant { name phone } registration { verification }'

  it('are clear to those who handle complaints, and masked for the others (SEC-1)', async () => {
    const id = await handled()
    expect(await read(desk, id, personal)).toEqual({
      description: 'The pump stops',
      complainant: { name: 'Mr Qian', phone: null },
      registration: { verification: 'Seen on the bench' },
    })
    expect(await read(auditor, id, personal)).toEqual({
      description: 'T***',
      complainant: { name: 'M***', phone: null },
      registration: { verification: 'S***' },
    })
  })

  it('are gone once the person is erased, and the complaint stays', async () => {
    const customerId = randomUUID()
    const { id } = await receive({ customerId })
    const erasure = { customerId, event: randomUUID(), erasedAt: MONDAY, doneAt: MONDAY }
    await inTransaction(service.kit.connection, (session) => service.kit.cipher.erase(erasure, session))
    expect(await read(desk, id, 'status description')).toEqual({ status: 'RECEIVED', description: null })
  })
})

describe("a complaint's limits", () => {
  it('run from receipt, each with the reason of its due instant (CMP-2, CMP-3, CMP-5, C27)', async () => {
    const { id } = await receive()
    const fields = 'deadlines { key rule status startedAt dueAt explanation { countedMs } }'
    const { deadlines } = (await read(desk, id, fields)) as unknown as { deadlines: readonly { key: string }[] }
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
    const { id: complaintId } = await receive({ customerId })
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
      ids.push((await receive({ customerId })).id)
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
    const { id: complaintId } = await receive({ customerId })
    await receive({ customerId })
    await must(desk, 'markComplaintUnsolvable', { complaintId, reason: 'needs the manufacturer' })
    const source = `query ($filter: ComplaintFilter) { complaints(filter: $filter) { edges { node { id } } } }`
    const { data } = await service.ask(administration, source, { filter: { customerId, withAdministration: true } })
    expect(data?.['complaints']).toEqual({ edges: [{ node: { id: complaintId } }] })
  })

  it('are bounded', async () => {
    const { codes } = await service.ask(desk, '{ complaints(first: 101) { edges { cursor } } }')
    expect(codes).toEqual(['INPUT_INVALID'])
  })
})

describe('a salesperson', () => {
  /** What the consumer does when customers tells of a file, but for its cursor. */
  async function tellOfFile(customerId: string, ownerId: string): Promise<void> {
    const apply = service.definition.projections.find(({ name }) => name === 'after-sales.known-records')?.handlers
      .CustomerFileOpened
    if (!apply) throw new Error('nobody listens to customer files')
    const at = MONDAY
    const event = {
      id: randomUUID(),
      type: 'CustomerFileOpened',
      schemaVersion: 1,
      stream: `customer-${customerId}`,
      version: 1,
      occurredAt: at,
      recordedAt: at,
      actor: { id: ownerId, role: 'SALESPERSON' },
      correlationId: randomUUID(),
      causationId: null,
      traceparent: null,
      policyVersion: service.kit.policies.versionAt(at),
      backdatedBecause: null,
      data: {
        customerId,
        organisation: 'Riverside Clinic',
        kind: 'CUSTOMER' as const,
        partyRoles: ['BUYER' as const],
        ownerId,
        region: null,
        sourceKey: null,
      },
      previousHash: '0'.repeat(64),
      hash: '0'.repeat(64),
    } as const
    const following = { actor: event.actor, correlationId: event.correlationId, causationId: event.id }
    const { connection, commands } = service.kit
    await inTransaction(connection, (session) =>
      apply(
        { ...event, data: { ...event.data, partyRoles: [...event.data.partyRoles] } },
        { session, commands, following, build: FIRST_BUILD },
      ),
    )
  }

  it('sees and helps with complaints of own customers only (CMP-12)', async () => {
    const [own, foreign] = [randomUUID(), randomUUID()]
    await tellOfFile(own, salesperson.id)
    await tellOfFile(foreign, 'another')
    const ownComplaint = await receive({ customerId: own })
    const foreignComplaint = await receive({ customerId: foreign })
    expect(await read(salesperson, ownComplaint.id, 'id unknownReferences')).toEqual({
      id: ownComplaint.id,
      unknownReferences: [],
    })
    const source = 'query ($id: ID!) { complaint(id: $id) { id } }'
    const foreignRead = await service.ask(salesperson, source, { id: foreignComplaint.id })
    expect(foreignRead.codes).toEqual(['NOT_FOUND'])
    const attempt = await mutate(salesperson, 'returnResult', { complaintId: foreignComplaint.id, channel: 'PHONE' })
    expect(attempt.codes).toEqual(['NOT_FOUND'])
  })

  it('may receive a complaint of anybody, and then sees it no more than any other of theirs (C30)', async () => {
    const customerId = randomUUID()
    const input = { idempotencyKey: randomUUID(), customerId, channel: 'PHONE', description: 'The pump stops' }
    const answers = [
      await mutate(salesperson, 'receiveComplaint', input),
      await mutate(salesperson, 'receiveComplaint', input),
    ]
    for (const { data, codes } of answers) {
      expect([data, codes]).toEqual([{ receiveComplaint: { complaint: null, violations: [] } }, []])
    }
    const { data } = await service.ask(
      desk,
      `{ complaints(filter: { customerId: ["${customerId}"] }) { edges { node { status receivedBy } } } }`,
    )
    expect(data?.['complaints']).toEqual({ edges: [{ node: { status: 'RECEIVED', receivedBy: salesperson.id } }] })
  })

  it('sees open limits of own customers’ complaints; whoever reads no complaints sees none (SEC-2)', async () => {
    const [own, foreign] = [randomUUID(), randomUUID()]
    await tellOfFile(own, salesperson.id)
    await tellOfFile(foreign, 'another')
    const stream = `complaint-${(await receive({ customerId: own })).id}`
    await receive({ customerId: foreign })
    const question = { statuses: null, keys: null, escalateTo: null, dueBefore: null, stream: null }
    const refs = [{ __typename: 'DeadlineBoard', id: encodeDeadlineBoardId(question) }]
    const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on DeadlineBoard { complaints(first: 100) { edges { node { stream } } } }
    } }`
    const streamsFor = async (...roles: readonly string[]) => {
      const { data } = await service.ask({ id: salesperson.id, roles }, source, { refs })
      // The selection above has this shape.
      const boards = data?.['_entities'] as
        | readonly { complaints: { edges: { node: { stream: string } }[] } }[]
        | undefined
      return [...new Set(boards?.[0]?.complaints.edges.map(({ node }) => node.stream))]
    }
    expect(await streamsFor('PRODUCTION')).toEqual([])
    for (const roles of [['SALESPERSON'], ['SALESPERSON', 'WAREHOUSE']]) {
      const streams = await streamsFor(...roles)
      expect(streams).toContain(stream)
      const owned = await Promise.all(streams.map((each) => read(salesperson, each.replace('complaint-', ''), 'id')))
      expect(owned).not.toContain(null)
    }
    expect((await streamsFor('SALESPERSON', 'COMPLAINT_DESK')).length).toBeGreaterThan(
      (await streamsFor('SALESPERSON')).length,
    )
  })

  it('gains by a second role what that role reads, and nothing of what neither does (SEC-2)', async () => {
    const [own, foreign] = [randomUUID(), randomUUID()]
    await tellOfFile(own, salesperson.id)
    await tellOfFile(foreign, 'another')
    const source = 'query ($id: ID!) { complaint(id: $id) { description complainant { name } } }'
    const complaints = new Map<string, ComplaintAnswer>([
      [own, await receive({ customerId: own })],
      [foreign, await receive({ customerId: foreign })],
    ])
    const seen = async (customerId: string, role: string) => {
      const id = complaints.get(customerId)?.id
      const { data, codes } = await service.ask({ id: salesperson.id, roles: ['SALESPERSON', role] }, source, { id })
      return data?.['complaint'] ?? codes
    }
    const inTheClear = { description: 'The pump stops', complainant: { name: 'Mr Qian' } }
    const masked = { description: 'T***', complainant: { name: 'M***' } }
    for (const role of ['PRODUCTION', 'WAREHOUSE', 'FINANCE', 'OPERATOR']) {
      expect(await seen(own, role)).toEqual(inTheClear)
      expect(await seen(foreign, role)).toEqual(['NOT_FOUND'])
    }
    for (const role of ['LEGAL', 'LEADERSHIP', 'AUDITOR']) {
      expect(await seen(own, role)).toEqual(inTheClear)
      expect(await seen(foreign, role)).toEqual(masked)
    }
    expect(await seen(foreign, 'COMPLAINT_DESK')).toEqual(inTheClear)
  })
})
