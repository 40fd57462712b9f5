import { randomUUID } from 'node:crypto'
import { encodeDeadlineBoardId } from '@afterline/rules'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openAfterSales, type TestAfterSales } from '../after-sales.fixture.ts'
import { type ComplaintAnswer, type Complaints, complaintsOf, desk, MONDAY, salesperson } from './complaints.fixture.ts'

let service: TestAfterSales
let complaints: Complaints
beforeAll(async () => {
  service = await openAfterSales(MONDAY)
  complaints = complaintsOf(service)
})
afterAll(() => service.dispose())

describe('a salesperson', () => {
  it('sees and helps with complaints of own customers only (CMP-12)', async () => {
    const [own, foreign] = [randomUUID(), randomUUID()]
    await complaints.tellOfFile(own, salesperson.id)
    await complaints.tellOfFile(foreign, 'another')
    const ownComplaint = await complaints.receive({ customerId: own })
    const foreignComplaint = await complaints.receive({ customerId: foreign })
    expect(await complaints.read(salesperson, ownComplaint.id, 'id unknownReferences')).toEqual({
      id: ownComplaint.id,
      unknownReferences: [],
    })
    const source = 'query ($id: ID!) { complaint(id: $id) { id } }'
    const foreignRead = await service.ask(salesperson, source, { id: foreignComplaint.id })
    expect(foreignRead.codes).toEqual(['NOT_FOUND'])
    const attempt = await complaints.mutate(salesperson, 'returnResult', {
      complaintId: foreignComplaint.id,
      channel: 'PHONE',
    })
    expect(attempt.codes).toEqual(['NOT_FOUND'])
  })

  it('may receive a complaint of anybody, and then sees it no more than any other of theirs (C30)', async () => {
    const customerId = randomUUID()
    const input = { idempotencyKey: randomUUID(), customerId, channel: 'PHONE', description: 'The pump stops' }
    const answers = [
      await complaints.mutate(salesperson, 'receiveComplaint', input),
      await complaints.mutate(salesperson, 'receiveComplaint', input),
    ]
    for (const [index, { data, codes }] of answers.entries()) {
      expect([data, codes]).toEqual([
        { receiveComplaint: { complaint: null, violations: [], isRepeated: index > 0 } },
        [],
      ])
    }
    const { data } = await service.ask(
      desk,
      `{ complaints(filter: { customerId: ["${customerId}"] }) { edges { node { status receivedBy } } } }`,
    )
    expect(data?.['complaints']).toEqual({ edges: [{ node: { status: 'RECEIVED', receivedBy: salesperson.id } }] })
  })

  it('sees open limits of own customers’ complaints; whoever reads no complaints sees none (SEC-2)', async () => {
    const [own, foreign] = [randomUUID(), randomUUID()]
    await complaints.tellOfFile(own, salesperson.id)
    await complaints.tellOfFile(foreign, 'another')
    const stream = `complaint-${(await complaints.receive({ customerId: own })).id}`
    await complaints.receive({ customerId: foreign })
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
      const owned = await Promise.all(
        streams.map((each) => complaints.read(salesperson, each.replace('complaint-', ''), 'id')),
      )
      expect(owned).not.toContain(null)
    }
    expect((await streamsFor('SALESPERSON', 'COMPLAINT_DESK')).length).toBeGreaterThan(
      (await streamsFor('SALESPERSON')).length,
    )
  })

  it('gains by a second role what that role reads, and nothing of what neither does (SEC-2)', async () => {
    const [own, foreign] = [randomUUID(), randomUUID()]
    await complaints.tellOfFile(own, salesperson.id)
    await complaints.tellOfFile(foreign, 'another')
    const source = 'query ($id: ID!) { complaint(id: $id) { description complainant { name } } }'
    const received = new Map<string, ComplaintAnswer>([
      [own, await complaints.receive({ customerId: own })],
      [foreign, await complaints.receive({ customerId: foreign })],
    ])
    const seen = async (customerId: string, role: string) => {
      const id = received.get(customerId)?.id
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
