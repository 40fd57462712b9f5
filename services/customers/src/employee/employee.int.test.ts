import { randomUUID } from 'node:crypto'
import { type Instant, instantFromMillis, plusMillis } from '@afterline/rules'
import { employeeIdOf, inTransaction } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import { openTestSubgraph, type TestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { customers } from '../customers.ts'

const admin = { id: 'admin-1', roles: ['ADMINISTRATION'] }
const manager = { id: 'sales-manager', roles: ['SALES_MANAGER'] }
const HOUR_MS = 3_600_000
const PATIENCE_MS = 60_000
const start = instantFromMillis(Date.now())
let now = start

let service: TestSubgraph<ReturnType<typeof customers>>
beforeAll(async () => {
  service = await openTestSubgraph({ context: 'customers', now: () => now, define: customers })
})
afterAll(() => service.dispose())

interface Payload {
  readonly employee: { readonly id: string; readonly status: string; readonly roles: readonly string[] } | null
  readonly violations: readonly { readonly rule: string; readonly path: readonly string[] }[]
}

/** Whoever asks knows the shape of the own selection. */
function payloadOf<Shape>(data: Readonly<Record<string, unknown>> | null, field: string): Shape {
  if (!data?.[field]) throw new Error(`${field} was not answered`)
  return data[field] as Shape
}

async function change(mutation: string, input: object, caller = admin): Promise<Payload> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const source = `mutation ($entry: Entry!, $input: ${type}!) { ${mutation}(entry: $entry, input: $input) {
    employee { id status roles } violations { rule path } } }`
  const { data, codes } = await service.ask(caller, source, entryAndInput({ ...input }))
  expect(codes).toEqual([])
  return payloadOf<Payload>(data, mutation)
}

const register = (input: object) => change('registerStaff', { name: 'Li Na', roles: ['SALESPERSON'], ...input })

async function assign(ownerId: string, entry: object = {}) {
  const opened = await service.ask(
    manager,
    'mutation ($entry: Entry!, $input: OpenCustomerFileInput!) { openCustomerFile(entry: $entry, input: $input) { customer { id } } }',
    entryAndInput({ organisation: `Clinic ${randomUUID()}`, kind: 'PROSPECT' }),
  )
  const { customer } = payloadOf<{ customer: { id: string } }>(opened.data, 'openCustomerFile')
  const { data } = await service.ask(
    manager,
    `mutation ($entry: Entry!, $input: AssignCustomerOwnerInput!) { assignCustomerOwner(entry: $entry, input: $input) {
      violations { rule path remedy { en } } } }`,
    entryAndInput({ customerId: customer.id, ownerId, ...entry }),
  )
  return payloadOf<Payload>(data, 'assignCustomerOwner').violations
}

const staffIds = async (filter: string) => {
  const { data } = await service.ask(manager, `{ staff(filter: ${filter}) { edges { node { staffId } } } }`)
  const { edges } = payloadOf<{ edges: readonly { node: { staffId: string } }[] }>(data, 'staff')
  return edges.map(({ node }) => node.staffId)
}

describe('the register of staff', () => {
  it(
    'has one record of a person, however twenty at once write the staff id (ORG-3, employee.person)',
    async () => {
      const written = ['race-1', 'RACE-1', ' ｒace-１', 'race\u20111']
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => register({ staffId: written[index % 4] })),
      )
      expect(answers.filter(({ violations }) => violations.length === 0)).toHaveLength(1)
      expect(new Set(answers.flatMap(({ employee }) => employee?.id ?? []))).toEqual(new Set([employeeIdOf('race-1')]))
    },
    PATIENCE_MS,
  )

  it('shows colleagues the name, and keeps it encrypted (SEC-1)', async () => {
    const { employee } = await register({ staffId: 'named-1', name: '王小明' })
    const query = 'query ($id: ID!) { employee(id: $id) { name staffId roles } }'
    const warehouse = { id: 'warehouse-1', roles: ['WAREHOUSE'] }
    expect((await service.ask(warehouse, query, { id: employee?.id })).data).toEqual({
      employee: { name: '王小明', staffId: 'named-1', roles: ['SALESPERSON'] },
    })
    const stored = JSON.stringify(await service.kit.connection.collection('events').find({}).toArray())
    expect(stored).not.toContain('王小明')
    const erasure = { customerId: String(employee?.id), event: randomUUID(), erasedAt: start, doneAt: start }
    await inTransaction(service.kit.connection, (session) => service.kit.cipher.erase(erasure, session))
    expect((await service.ask(warehouse, query, { id: employee?.id })).data).toMatchObject({
      employee: { name: null },
    })
  })

  it('lists by role, and whom records of an instant may name', async () => {
    await register({ staffId: 'early', roles: ['MEDICAL_ADVISOR'], validUntil: plusMillis(start, -HOUR_MS) })
    await register({ staffId: 'now', roles: ['MEDICAL_ADVISOR', 'AUDITOR'] })
    await register({ staffId: 'soon', roles: ['MEDICAL_ADVISOR'], validFrom: plusMillis(start, HOUR_MS) })
    expect(await staffIds('{ role: [MEDICAL_ADVISOR] }')).toEqual(['early', 'now', 'soon'])
    expect(await staffIds(`{ role: [MEDICAL_ADVISOR], validAt: "${start}" }`)).toEqual(['now'])
  })

  it('learns of whoever acts, once, and of further roles (ORG-3)', async () => {
    const id = 'signed-in'
    const ask = (...roles: readonly string[]) => service.ask({ id, roles }, '{ __typename }')
    const told = async () => {
      const stream = `employee-${employeeIdOf(id)}`
      const events = await service.kit.connection.collection('events').find({ stream }).sort({ version: 1 }).toArray()
      return events.map(({ type, data: { roles } }) => [type, roles])
    }
    await ask('WAREHOUSE')
    await ask('WAREHOUSE')
    await ask('PUBLIC')
    expect(await told()).toEqual([['StaffRecognised', ['WAREHOUSE']]])
    await ask('SALESPERSON')
    await ask('WAREHOUSE', 'SALESPERSON')
    expect((await told()).at(-1)).toEqual(['StaffRolesChanged', ['WAREHOUSE', 'SALESPERSON']])
    expect(await told()).toHaveLength(2)
    expect((await register({ staffId: id })).violations).toEqual([])
    expect(await assign(id)).toEqual([])
  })
})

describe('a command that names a member of staff', () => {
  it('is refused for somebody unknown, with the field and the mutation that helps (ORG-3)', async () => {
    expect(await assign('nobody-here')).toEqual([
      {
        rule: 'ORG-3',
        path: ['ownerId'],
        remedy: { en: expect.stringContaining('registerStaff') },
      },
    ])
  })

  it('is refused for a role that the field does not ask for, until that changes (ORG-3)', async () => {
    const { employee } = await register({ staffId: 'picker-1', roles: ['WAREHOUSE'] })
    expect(await assign('picker-1')).toHaveLength(1)
    await change('changeStaffRoles', { employeeId: employee?.id, roles: ['SALES_MANAGER'], reason: 'promoted' })
    expect(await assign('PICKER-1')).toEqual([])
  })

  it('is refused for somebody who left, but for acts before (ORG-3)', async () => {
    const { employee } = await register({ staffId: 'leaver-1', validFrom: plusMillis(start, -2 * HOUR_MS) })
    const ended = { employeeId: employee?.id, reason: 'left', backdatedBecause: 'entered late' }
    const halfAgo = plusMillis(start, -HOUR_MS / 2)
    expect((await change('endStaff', { ...ended, occurredAt: halfAgo })).employee?.status).toBe('ENDED')
    expect(await assign('leaver-1')).toHaveLength(1)
  })
})

describe('somebody whose roles were changed', () => {
  it('enters late only what was done by a role of that day (ORG-3)', async () => {
    const { employee } = await register({ staffId: 'promoted-1', roles: ['SALESPERSON'] })
    await change('changeStaffRoles', { employeeId: employee?.id, roles: ['SALES_MANAGER'], reason: 'promoted' })
    const late = { occurredAt: plusMillis(start, -HOUR_MS), backdatedBecause: 'the line was down' }
    const open = async (entry: object) => {
      const source = `mutation ($entry: Entry!, $input: OpenCustomerFileInput!) {
        openCustomerFile(entry: $entry, input: $input) { violations { rule path } } }`
      const input = { organisation: `Clinic ${randomUUID()}`, kind: 'PROSPECT', ...entry }
      const caller = { id: 'promoted-1', roles: ['SALES_MANAGER'] }
      const { data } = await service.ask(caller, source, entryAndInput(input))
      return payloadOf<Payload>(data, 'openCustomerFile').violations
    }
    expect(await open(late)).toEqual([{ rule: 'ORG-3', path: ['occurredAt'] }])
    expect(await open({})).toEqual([])
  })
})

describe('somebody who left', () => {
  const query = '{ staff(first: 1) { edges { node { staffId } } } }'
  const leaver = { id: 'Leaver-2', roles: ['SALESPERSON', 'AUDITOR'] }

  it('asks and changes nothing any more by a token that is still valid, until taken back (ORG-3)', async () => {
    const { employee } = await register({ staffId: 'leaver-2' })
    await change('endStaff', { employeeId: employee?.id, reason: 'left' })
    expect(await service.ask(leaver, query)).toEqual({ data: null, codes: ['STAFF_ENDED'] })
    expect(await service.ask({ ...leaver, id: ' LEAVER-2' }, query)).toEqual({ data: null, codes: ['STAFF_ENDED'] })
    await register({ staffId: 'leaver-2' })
    expect((await service.ask(leaver, query)).codes).toEqual([])
  })

  it('asks nothing by a role that is no post, either; a customer of that name is somebody else', async () => {
    const { employee } = await register({ staffId: 'leaver-3' })
    await change('endStaff', { employeeId: employee?.id, reason: 'left' })
    const machine = { id: 'leaver-3', roles: ['DELIVERY_CHANNEL'] }
    expect((await service.ask(machine, '{ __typename }')).codes).toEqual(['STAFF_ENDED'])
    expect((await service.ask({ id: 'leaver-3', roles: ['PUBLIC'] }, '{ __typename }')).codes).toEqual([])
  })
})

describe('somebody whose time on the staff is limited', () => {
  it('asks nothing before it and nothing after it, and the register tells so at any moment (ORG-3)', async () => {
    const [validFrom, validUntil] = [plusMillis(start, HOUR_MS), plusMillis(start, 2 * HOUR_MS)]
    const { employee } = await register({ staffId: 'interim-1', validFrom, validUntil })
    const answersAt = async (at: Instant) => {
      now = at
      const { codes } = await service.ask({ id: 'interim-1', roles: ['SALESPERSON'] }, '{ __typename }')
      const source = 'query ($id: ID!) { employee(id: $id) { isOnStaff } }'
      const { data } = await service.ask(admin, source, { id: employee?.id })
      now = start
      return [codes, data?.['employee']]
    }
    const away = [['STAFF_ENDED'], { isOnStaff: false }]
    expect(await answersAt(plusMillis(validFrom, -1))).toEqual(away)
    expect(await answersAt(validFrom)).toEqual([[], { isOnStaff: true }])
    expect(await answersAt(plusMillis(validUntil, -1))).toEqual([[], { isOnStaff: true }])
    expect(await answersAt(validUntil)).toEqual(away)
  })
})
