import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { type Instant, instantFromMillis, plusMillis } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, startBench } from '../orders.fixture.ts'
import { reworded, wording } from './contract.samples.ts'
import type { Wording } from './text.ts'

const HOUR = 3_600_000
const customerId = randomUUIDv7()
/** Of a salesperson called 'me'. */
const mine = randomUUIDv7()
const contactId = randomUUIDv7()

/** The bench's clock: a test moves it forward, so that nothing has to be waited for. */
let now: Instant = instantFromMillis(Date.now())
const pass = (hours: number) => {
  now = plusMillis(now, hours * HOUR)
}

let bench: Bench
beforeAll(async () => {
  bench = await startBench(() => now)
  const file = { organisation: 'Riverside Hospital', kind: 'CUSTOMER', partyRoles: ['BUYER'] } as const
  for (const [id, ownerId] of [
    [customerId, 'SALESPERSON'],
    [mine, 'me'],
  ] as const) {
    const rest = { customerId: id, ownerId, region: null, sourceKey: null }
    await bench.learn({ type: 'CustomerFileOpened', data: { ...file, ...rest } }, now)
  }
})
afterAll(() => bench.dispose())

const PART = `contract { id number status version text { revision digest } signatures { party givenBy } deadlines { key status } }
  violations { rule }`

/** Carries out one mutation as somebody with a role, who has the role's name; the answer is its payload. */
async function change(role: string, name: string, input: object, id?: string) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const document = `mutation ($entry: Entry!, $input: ${type}!) { ${name}(entry: $entry, input: $input) { ${PART} } }`
  const { data, codes } = await bench.ask([role], document, entryAndInput({ ...input }), id)
  expect(codes).toEqual([])
  return data[name]
}

/** As clients enter a text without tailored products: they leave those out. */
const textOf = ({ tailoredProducts: _, ...text }: Wording) => text

let contracts = 0
const draft = async (input: object = {}, id?: string) => {
  contracts += 1
  const head = { contractNumber: `S-${contracts}`, kind: 'SALE', counterpartyId: customerId }
  return change('SALESPERSON', 'draftContract', { ...head, text: textOf(wording), ...input }, id)
}

const openLimits = async () => {
  const query = `{ deadlineBoard(filter: { keys: ["contract.sign"] }) { orders { edges { node { stream status } } } } }`
  const { data, codes } = await bench.ask(['SALES_MANAGER'], query)
  expect(codes).toEqual([])
  return data.deadlineBoard.orders.edges.map(({ node }: { node: { stream: string } }) => node.stream)
}

describe('a contract', () => {
  it('goes from draft to force; its limit is open until both have signed, and then met (CON-1, CON-3)', async () => {
    const acceptedAt = plusMillis(now, -24 * HOUR)
    const { contract, violations } = await draft({ quoteAcceptedAt: acceptedAt })
    expect([contract.status, violations, contract.number.slice(0, 4)]).toEqual(['DRAFT', [], 'CTR-'])
    const contractId = contract.id
    expect(await openLimits()).toContain(`contract-${contractId}`)
    pass(1)
    await change('SALESPERSON', 'submitForReview', { contractId })
    pass(1)
    expect(await change('LEGAL', 'approveContract', { contractId }, 'SALESPERSON')).toMatchObject({
      contract: { status: 'LEGAL_REVIEW' },
      violations: [{ rule: 'CON-3' }],
    })
    expect((await change('LEGAL', 'approveContract', { contractId })).contract.status).toBe('APPROVED')
    pass(1)
    const { digest } = contract.text
    const half = await change('LEADERSHIP', 'signContract', { contractId, digest })
    expect(half.contract).toMatchObject({
      status: 'APPROVED',
      signatures: [{ party: 'COMPANY', givenBy: 'LEADERSHIP' }],
    })
    expect(await openLimits()).toContain(`contract-${contractId}`)
    pass(1)
    const both = await change('SALESPERSON', 'signContract', { contractId, digest, contactId })
    expect(both.contract).toMatchObject({ status: 'SIGNED', deadlines: [{ key: 'contract.sign', status: 'MET' }] })
    expect(await openLimits()).not.toContain(`contract-${contractId}`)
    expect((await change('SALES_MANAGER', 'activateContract', { contractId })).contract.status).toBe('ACTIVE')
    pass(1)
    const amendment = {
      contractId,
      text: textOf(reworded('PRICE', 'PRICE 【less】')),
      draftedBy: 'SALESPERSON',
      declaredChanges: ['clauses.PRICE'],
      reviewedAt: plusMillis(now, -30 * 60_000),
      company: { givenBy: 'LEADERSHIP', givenAt: now },
      counterparty: { givenBy: contactId, givenAt: now },
    }
    expect(await change('LEGAL', 'amendContract', amendment)).toMatchObject({
      contract: { status: 'AMENDED', text: { revision: 2 } },
      violations: [],
    })
  })

  it('is signed on the template that it repeats, without a review of its own (C38)', async () => {
    const { contract: template } = await draft()
    await change('SALESPERSON', 'submitForReview', { contractId: template.id })
    pass(1)
    await change('LEGAL', 'approveContract', { contractId: template.id })
    pass(1)
    const { contract } = await draft({ text: textOf(reworded('PRICE', 'PRICE 【30 a piece】')) })
    const adopted = await change('SALESPERSON', 'adoptTemplate', { contractId: contract.id, templateId: template.id })
    expect(adopted.contract.status).toBe('APPROVED')
    const query = 'query ($id: ID!) { contract(id: $id) { template { id } customer { id } clauses { wording } } }'
    const { data } = await bench.ask(['AUDITOR'], query, { id: contract.id })
    expect(data.contract).toMatchObject({ template: { id: template.id }, customer: { id: customerId } })
  })

  it('that is abandoned leaves no limit open (CON-1)', async () => {
    const { contract } = await draft()
    const ended = await change('SALES_MANAGER', 'terminateContract', { contractId: contract.id, reason: 'withdrawn' })
    expect(ended.contract.status).toBe('TERMINATED')
    expect(await openLimits()).not.toContain(`contract-${contract.id}`)
  })

  it('is overdue when five working days have passed, however long the draft waited (CON-1)', async () => {
    const { contract } = await draft({ quoteAcceptedAt: plusMillis(now, -60 * 24 * HOUR) })
    expect(contract.deadlines).toEqual([{ key: 'contract.sign', status: 'OVERDUE' }])
  })

  it('is drafted once, however often the request comes', async () => {
    const input = {
      idempotencyKey: randomUUID(),
      contractNumber: 'S-again',
      kind: 'SALE',
      counterpartyId: customerId,
      text: textOf(wording),
    }
    const first = await change('SALESPERSON', 'draftContract', input)
    expect(await change('SALESPERSON', 'draftContract', input)).toEqual(first)
  })

  it('is refused for a customer whom nobody knows (CUS-1)', async () => {
    expect(await draft({ counterpartyId: randomUUIDv7() })).toEqual({ contract: null, violations: [{ rule: 'CUS-1' }] })
  })

  it('is refused alike for another salesperson’s customer, and adopts no text of another’s contract (SEC-2)', async () => {
    expect(await draft({ counterpartyId: mine })).toEqual({ contract: null, violations: [{ rule: 'CUS-1' }] })
    const { contract: template } = await draft({ counterpartyId: mine }, 'me')
    const { contract } = await draft()
    const adopting = (templateId: string) =>
      change('SALESPERSON', 'adoptTemplate', { contractId: contract.id, templateId })
    const refused = { contract: { id: contract.id }, violations: [{ rule: 'CON-3' }] }
    expect(await adopting(template.id)).toMatchObject(refused)
    expect(await adopting(randomUUIDv7())).toMatchObject(refused)
  })
})

describe('a salesperson', () => {
  it('sees and changes own contracts only, and drafts none in another’s name', async () => {
    const { contract } = await draft({ counterpartyId: mine }, 'me')
    const query = 'query ($id: ID!) { contract(id: $id) { id } }'
    const seenBy = async (roles: readonly string[], id: string) =>
      (await bench.ask(roles, query, { id: contract.id }, id)).codes
    expect(await seenBy(['SALESPERSON'], 'me')).toEqual([])
    expect(await seenBy(['SALESPERSON'], 'somebody-else')).toEqual(['NOT_FOUND'])
    expect(await seenBy(['LEGAL'], 'somebody-else')).toEqual([])
    expect(await seenBy(['WAREHOUSE'], 'somebody-else')).toEqual(['FORBIDDEN'])
    const submit = `mutation ($entry: Entry!, $input: SubmitForReviewInput!) {
      submitForReview(entry: $entry, input: $input) { contract { id } } }`
    const foreign = await bench.ask(
      ['SALESPERSON'],
      submit,
      entryAndInput({ contractId: contract.id }),
      'somebody-else',
    )
    expect(foreign.codes).toEqual(['NOT_FOUND'])
    const document = `mutation ($entry: Entry!, $input: DraftContractInput!) {
      draftContract(entry: $entry, input: $input) { contract { id } } }`
    const head = { contractNumber: 'S-0', kind: 'SALE', counterpartyId: mine, salespersonId: 'somebody-else' }
    const named = await bench.ask(['SALESPERSON'], document, entryAndInput({ ...head, text: textOf(wording) }), 'me')
    expect(named.codes).toEqual(['INPUT_INVALID'])
  })

  it('finds them by customer, number, status and day', async () => {
    const listed = async (args: string, roles = ['SALESPERSON'], id = 'me') => {
      const { data, codes } = await bench.ask(roles, `{ contracts${args} { totalCount } }`, {}, id)
      expect(codes).toEqual([])
      return data.contracts.totalCount
    }
    await draft({ contractNumber: 'Framework-ABC-1', counterpartyId: mine }, 'me')
    expect(await listed('(filter: { contractNumber: "abc" })')).toBe(1)
    expect(await listed('(filter: { contractNumber: "abc" }, sort: CONTRACT_NUMBER)', ['LEGAL'])).toBe(1)
    expect(await listed(`(filter: { customerId: ["${mine}"], status: [DRAFT] })`)).toBe(3)
    expect(await listed(`(filter: { draftedAt: { before: "2020-01-01T00:00:00Z" } })`)).toBe(0)
    const entity = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Customer { contracts(first: 1) { totalCount edges { node { customer { id } } } } } } }`
    const representations = [{ __typename: 'Customer', id: mine }]
    const { data } = await bench.ask(['SALESPERSON'], entity, { representations }, 'me')
    expect(data._entities[0].contracts).toEqual({ totalCount: 3, edges: [{ node: { customer: { id: mine } } }] })
  })
})
