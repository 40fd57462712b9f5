import type { StaffEvent } from '@afterline/events'
import { plusMillis } from '@afterline/rules'
import { employeeIdOf } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Stocked, startStocked } from './stocked.fixture.ts'

const HOUR_MS = 3_600_000
let bench: Stocked
beforeAll(async () => {
  bench = await startStocked()
  await bench.learnCustomer()
})
afterAll(() => bench.dispose())

const SELECTION = 'violations { rule path }'

async function checkedBy(...pickers: readonly string[]) {
  const { order } = await bench.place('1')
  const [orderId, lineId] = [order.id, order.lines[0].id]
  await bench.change('SALESPERSON', 'confirmOrder', { orderId })
  const items = [{ lineId, lotId: bench.lotId, quantity: '1', result: 'PASSED' }]
  const violations = []
  for (const pickedBy of pickers) {
    const payload = await bench.change('WAREHOUSE', 'checkOutbound', { orderId, pickedBy, items }, SELECTION)
    violations.push(payload.violations)
  }
  return violations
}

const learn = (event: StaffEvent, hours = -1) => bench.learn(event, plusMillis(bench.now(), hours * HOUR_MS))

function registered(staffId: string, ...roles: readonly ('WAREHOUSE' | 'LEGAL')[]): StaffEvent {
  const data = { employeeId: employeeIdOf(staffId), staffId, name: 'enc', roles, teamId: null }
  return { type: 'StaffRegistered', data: { ...data, validFrom: null, validUntil: null } }
}

const REFUSED = [{ rule: 'ORG-3', path: ['pickedBy'] }]

describe('the picker of goods', () => {
  it('is somebody whom nobody knows: refused; once the register tells of the person, not any more (ORG-3, C39)', async () => {
    expect(await checkedBy('picker-1')).toEqual([REFUSED])
    await learn(registered('picker-1', 'WAREHOUSE'))
    expect(await checkedBy(' ＰＩＣＫＥＲ-1')).toEqual([[]])
  })

  it('is somebody of another post: refused, until the roles change (ORG-3)', async () => {
    await learn(registered('lawyer-1', 'LEGAL'))
    expect(await checkedBy('lawyer-1')).toEqual([REFUSED])
    const data = { employeeId: employeeIdOf('lawyer-1'), roles: ['WAREHOUSE' as const], reason: 'moved' }
    await learn({ type: 'StaffRolesChanged', data })
    expect(await checkedBy('lawyer-1')).toEqual([[]])
  })

  it('is somebody who left an hour ago: refused (ORG-3)', async () => {
    await learn(registered('leaver-1', 'WAREHOUSE'), -2)
    await learn({ type: 'StaffEnded', data: { employeeId: employeeIdOf('leaver-1'), reason: 'left' } })
    expect(await checkedBy('leaver-1')).toEqual([REFUSED])
  })

  it('is somebody who signed in with the role, in this service, before: accepted (ORG-3)', async () => {
    await bench.ask(['WAREHOUSE'], '{ __typename }', {}, 'signed-in')
    expect(await checkedBy('signed-in')).toEqual([[]])
    await bench.ask(['LEGAL'], '{ __typename }', {}, 'lawyer-2')
    expect(await checkedBy('lawyer-2')).toEqual([REFUSED])
  })

  it('is somebody from whom administration took the role: refused, whatever tokens say here (ORG-3)', async () => {
    const id = 'moved-1'
    await bench.ask(['WAREHOUSE'], '{ __typename }', {}, id)
    await learn(registered(id, 'WAREHOUSE'), -2)
    const change = (...roles: readonly ('WAREHOUSE' | 'LEGAL')[]) =>
      learn({ type: 'StaffRolesChanged', data: { employeeId: employeeIdOf(id), roles, reason: 'moved' } })
    await change('LEGAL')
    expect(await checkedBy(id)).toEqual([REFUSED])
    await bench.ask(['LEGAL', 'FINANCE'], '{ __typename }', {}, id)
    expect(await checkedBy(id)).toEqual([REFUSED])
    await bench.ask(['LEGAL', 'WAREHOUSE'], '{ __typename }', {}, id)
    expect(await checkedBy(id)).toEqual([REFUSED])
    await change('LEGAL', 'WAREHOUSE')
    expect(await checkedBy(id)).toEqual([[]])
  })

  it('is refused beside what else is wrong, and the same key gets the same answer (ORG-3, DEL-2)', async () => {
    const { order } = await bench.place('1')
    const items = [{ lineId: order.lines[0].id, lotId: bench.lotId, quantity: '0', result: 'PASSED' }]
    const input = { orderId: order.id, pickedBy: 'late-comer', items, idempotencyKey: `check of ${order.id}` }
    const check = () => bench.change('WAREHOUSE', 'checkOutbound', input, SELECTION)
    const first = await check()
    expect(first.violations).toContainEqual(REFUSED[0])
    expect(first.violations.length).toBeGreaterThan(1)
    await learn(registered('late-comer', 'WAREHOUSE'))
    expect(await check()).toEqual(first)
  })
})
