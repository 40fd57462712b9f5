import { mutate, untilFound } from '@afterline/dev-stack/sample'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { attempt, rulesOf } from '../stack/attempt.ts'
import { ask } from '../stack/graph.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/* How the services other than the one that keeps the register come to know who is on the staff: by its events alone. */

jest.setTimeout(TEST_MS)

let test: TestStack
beforeAll(async () => {
  test = await openTestStack('staff')
}, START_MS)
afterAll(() => test.dispose(), START_MS)

/** What the orders service says of an order in this one's name; of an unknown customer, so that it never is one. */
const orderBy = (salespersonId: string) =>
  attempt(test.staff('sales-manager'), 'placeOrder', { customerId: crypto.randomUUID(), lines: [], salespersonId })

const untilKnown = (salespersonId: string) =>
  untilFound(`${salespersonId} in the orders service`, async () =>
    rulesOf(await orderBy(salespersonId)).includes('ORG-3') ? null : true,
  )

describe('somebody whom nobody knows', () => {
  it('sells nothing by name: the field, and who can help, are told (ORG-3)', async () => {
    const [unknown] = (await orderBy('newcomer-1')).filter(({ rule }) => rule === 'ORG-3')
    expect(unknown?.path).toEqual(['salespersonId'])
    expect(unknown?.remedy.en).toContain('registerStaff')
  })

  it('is known everywhere once administration has registered the person (ORG-3)', async () => {
    const entry = { staffId: 'newcomer-1', name: '张伟', roles: ['SALESPERSON'] }
    const employee = await mutate<{ readonly id: string; readonly name: string }>(
      test.staff('administration-1'),
      'registerStaff',
      'employee',
      'id name',
      entry,
    )
    expect(employee.name).toBe('张伟')
    await untilKnown('newcomer-1')
    const ended = { employeeId: employee.id, reason: 'left' }
    await mutate(test.staff('administration-1'), 'endStaff', 'employee', 'status', ended)
    await untilFound('the end', async () => (rulesOf(await orderBy('newcomer-1')).includes('ORG-3') ? true : null))
    // One field of each service.
    const token = await test.tokenOf(['SALES_MANAGER'], 'newcomer-1')
    for (const field of ['customers', 'orders', 'complaints', 'surveys']) {
      const query = `{ ${field}(first: 1) { edges { node { id } } } }`
      const refused = async () =>
        (await ask(test.graphUrl, { token, query })).codes.includes('STAFF_ENDED') ? true : null
      await untilFound(`the refusal of ${field}`, refused)
    }
  })

  it('is known everywhere after any request with a token of the identity provider (ORG-3)', async () => {
    expect(rulesOf(await orderBy('newcomer-2'))).toContain('ORG-3')
    const token = await test.tokenOf(['SALESPERSON'], 'newcomer-2')
    expect((await ask(test.graphUrl, { token, query: '{ __typename }' })).codes).toEqual([])
    await untilKnown('newcomer-2')
    const query = '{ staff(filter: { staffId: ["newcomer-2"] }) { edges { node { name roles status } } } }'
    const { staff } = await test.staff('leadership').query<{ staff: unknown }>(query, {})
    expect(staff).toEqual({ edges: [{ node: { name: null, roles: ['SALESPERSON'], status: 'ACTIVE' } }] })
  })
})
