import { historyId } from '@afterline/events'
import { parseInstant } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import { openTestSubgraph, type TestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { customers } from '../customers.ts'

const now = parseInstant('2026-03-02T01:00:00Z')
const owner = { id: 'sales-1', roles: ['SALESPERSON'] }
const colleague = { id: 'sales-2', roles: ['SALESPERSON'] }
const manager = { id: 'sales-manager', roles: ['SALES_MANAGER'] }
const TWENTY = Array.from({ length: 20 }, (_, index) => index)

let service: TestSubgraph<ReturnType<typeof customers>>
beforeAll(async () => {
  service = await openTestSubgraph({ context: 'customers', now: () => now, define: customers })
})
afterAll(() => service.dispose())

interface Payload {
  readonly customer: { readonly id: string } | null
  readonly violations: readonly { readonly rule: string; readonly facts: Readonly<Record<string, unknown>> }[]
}

async function change(caller: typeof owner, mutation: string, input: object): Promise<Payload> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const source = `mutation ($entry: Entry!, $input: ${type}!) {
    ${mutation}(entry: $entry, input: $input) { customer { id } violations { rule facts } } }`
  const { data, codes } = await service.ask(caller, source, entryAndInput({ ...input }))
  expect(codes).toEqual([])
  // The selection above has this shape.
  return data?.[mutation] as Payload
}

const open = (organisation: string, caller = manager) =>
  change(caller, 'openCustomerFile', { organisation, kind: 'PROSPECT' })
const idOf = ({ customer }: Payload) => customer?.id ?? ''
const record = (customerId: string, number: string, more: object = {}) => {
  const paper = {
    kind: 'BUSINESS_LICENCE',
    issuer: 'Market regulator',
    scope: ['UNREGULATED'],
    validFrom: '2025-01-01',
  }
  return change(manager, 'recordLicence', { customerId, number, ...paper, ...more })
}
const refusedOf = (answers: readonly Payload[]) => answers.flatMap(({ violations }) => violations)

/** Many writers at once take as long as the machine needs for them. */
const PATIENCE_MS = 60_000

describe('twenty at once', () => {
  it(
    'that open a file of one organisation open one file (CUS-1, customer.organisation)',
    async () => {
      const written = ['上海市第一人民医院（东院）', ' 上海市第一人民医院(东院)', '上海市 第一人民医院（东院）']
      const answers = await Promise.all(TWENTY.map((index) => open(written[index % 3] ?? '')))
      const made = answers.filter(({ violations }) => violations.length === 0)
      expect(made).toHaveLength(1)
      expect(refusedOf(answers)).toHaveLength(19)
      for (const { rule, facts } of refusedOf(answers)) {
        expect([rule, facts['takenBy']]).toEqual(['CUS-1', made[0]?.customer?.id])
      }
    },
    PATIENCE_MS,
  )

  it(
    'that record one licence of one issuer, in files of their own, record one (CUS-4, customer.licence)',
    async () => {
      const files = await Promise.all(TWENTY.map(async (index) => idOf(await open(`Clinic ${index}`))))
      const answers = await Promise.all(
        files.map((id, index) => record(id, index % 2 ? '91310000-X' : '９１３１００００-x ')),
      )
      expect(answers.filter(({ violations }) => violations.length === 0)).toHaveLength(1)
      expect(new Set(refusedOf(answers).map(({ rule }) => rule))).toEqual(new Set(['CUS-4']))
      expect(refusedOf(answers)).toHaveLength(19)
    },
    PATIENCE_MS,
  )
})

describe('a licence that is on file', () => {
  it('may bear a number that another authority gives, too (CUS-4)', async () => {
    const [one, other] = [idOf(await open('Ward A')), idOf(await open('Ward B'))]
    await record(one, 'N-1')
    expect((await record(other, 'N-1', { issuer: 'Health commission' })).violations).toEqual([])
  })

  it('is free for another file once it is revoked (CUS-4)', async () => {
    const [one, other] = [idOf(await open('Ward C')), idOf(await open('Ward D'))]
    await record(one, 'N-2')
    expect((await record(other, 'N-2')).violations[0]?.facts).toEqual({ number: 'N-2', takenBy: one })
    const query = 'query ($id: ID!) { customer(id: $id) { licences { id } } }'
    const file = (await service.ask(manager, query, { id: one })).data?.['customer']
    const { licences } = file as { readonly licences: readonly { readonly id: string }[] }
    const legal = { id: 'legal-1', roles: ['LEGAL'] }
    await change(legal, 'revokeLicence', { customerId: one, licenceId: licences[0]?.id, reason: 'sold' })
    expect((await record(other, 'N-2')).violations).toEqual([])
  })
})

describe('a second file of an organisation', () => {
  it('is refused naming the first to whoever may see that, and not to others (CUS-1)', async () => {
    const first = idOf(await open('Hillside Clinic', owner))
    expect(refusedOf([await open('Hillside  clinic', owner)])[0]?.facts).toHaveProperty('takenBy', first)
    expect(refusedOf([await open('Hillside Clinic', colleague)])).toEqual([
      { rule: 'CUS-1', facts: { organisation: 'Hillside Clinic' } },
    ])
  })

  it('is imported with a finding: history had two (CUS-1)', async () => {
    const source = { system: 'old', file: 'customers.csv' }
    const records = ['A', 'B'].map((key, row) => ({
      row,
      key,
      organisation: 'Harbour Clinic',
      kind: 'CUSTOMER',
      openedAt: now,
    }))
    const IMPORT = `mutation ($input: ImportCustomersInput!) {
      importCustomers(input: $input) { results { status findings { rule facts } } } }`
    const { data } = await service.ask({ id: 'op', roles: ['OPERATOR'] }, IMPORT, { input: { source, records } })
    const facts = { organisation: 'Harbour Clinic', takenBy: historyId('old', 'customer', 'A') }
    expect(data?.['importCustomers']).toEqual({
      results: [
        { status: 'IMPORTED', findings: [] },
        { status: 'IMPORTED', findings: [{ rule: 'CUS-1', facts }] },
      ],
    })
  })

  it('is foreseen by a check, by the tag that both have, once the first is presumed (CUS-1)', async () => {
    const source = { system: 'old', file: 'customers.csv' }
    const [first, second] = ['C', 'D'].map((key, row) => {
      return { row, key, organisation: row === 0 ? 'Quay Clinic' : 'quay  clinic', openedAt: now }
    })
    const CHECK = `mutation ($input: ImportCustomersInput!) {
      importCustomers(input: $input) { results { status findings { rule } uniqueValues } } }`
    const check = async (record: unknown, presumed: readonly unknown[]) => {
      const input = { source, records: [record], isCheck: true, presumed }
      const { data } = await service.ask({ id: 'op', roles: ['OPERATOR'] }, CHECK, { input })
      return data?.['importCustomers']
    }
    const [alone, beside] = [await check(second, []), await check(second, [first])]
    const tags = [expect.stringMatching(/^[\w-]{43}$/)]
    expect(alone).toEqual({ results: [{ status: 'IMPORTED', findings: [], uniqueValues: tags }] })
    expect(beside).toEqual({
      results: [{ status: 'IMPORTED', findings: [{ rule: 'CUS-1' }], uniqueValues: tags }],
    })
    expect(await check(first, [])).toEqual(alone)
  })
})
