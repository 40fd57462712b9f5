import { parseInstant, type Role } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import { type StaffCommand, type StaffTypes, staff } from './employee.ts'

const spec = specificationOf(staff)
const at = parseInstant('2026-03-02T09:00:00+08:00')
const later = parseInstant('2026-03-03T09:00:00+08:00')
const by = { id: 'admin-1', role: 'ADMINISTRATION' }
const employeeId = '0195b1f0-0000-7000-8000-000000000001'
const data: StaffTypes['commands']['RegisterStaff'] = {
  employeeId,
  staffId: 'warehouse-2',
  name: 'Li Na',
  roles: ['WAREHOUSE'],
  teamId: null,
  validFrom: at,
  validUntil: null,
}
const register = (changes: Partial<typeof data> = {}): StaffCommand => {
  return { type: 'RegisterStaff', at, by, data: { ...data, ...changes } }
}
const changeRoles = (...roles: readonly Role[]): StaffCommand => {
  return { type: 'ChangeStaffRoles', at: later, by, data: { roles, reason: 'as agreed' } }
}
const end: StaffCommand = { type: 'EndStaff', at: later, by, data: { reason: 'left' } }

const registered = { type: 'StaffRegistered', data, occurredAt: at } as const
const recognised = {
  type: 'StaffRecognised',
  data: { employeeId, staffId: 'warehouse-2', roles: ['WAREHOUSE'] },
  occurredAt: at,
} as const
const ended = { type: 'StaffEnded', data: { employeeId, reason: 'left' }, occurredAt: later } as const

describe('somebody whom nobody registered', () => {
  it('is registered by name, roles and validity (ORG-3)', () => {
    spec.given().when(register(), undefined).then({ type: 'StaffRegistered', data })
    expect(spec.stateAfter([registered])).toEqual({ status: 'ACTIVE', ...data, rolesBefore: [] })
  })

  it('is recognised by a token, and registered by name afterwards (ORG-3)', () => {
    expect(spec.stateAfter([recognised])).toMatchObject({ status: 'ACTIVE', roles: ['WAREHOUSE'], name: null })
    spec.given(recognised).when(register(), undefined).then({ type: 'StaffRegistered', data })
    expect(spec.stateAfter([recognised, registered])).toEqual({ status: 'ACTIVE', ...data, rolesBefore: [] })
  })

  it.each<[string, Partial<typeof data>]>([
    ['under an id of the platform', { staffId: 'ＳＹＳＴＥＭ' }],
    ['with a role that no member of staff holds', { roles: ['WAREHOUSE', 'DELIVERY_CHANNEL'] }],
    ['with an end before the beginning', { validUntil: at }],
    ['by himself, however he writes the id', { staffId: ' Admin-1' }],
  ])('is not registered %s (ORG-3)', (_, changes) => {
    spec.given().when(register(changes), undefined).thenRefused('ORG-3')
  })
})

describe('a registered member of staff', () => {
  it('is not registered twice (ORG-3)', () => {
    spec.given(registered).when(register(), undefined).thenRefused('ORG-3')
  })

  it('holds other roles once somebody else says so (ORG-3)', () => {
    spec
      .given(registered)
      .when(changeRoles('PRODUCTION'), undefined)
      .then({ type: 'StaffRolesChanged', data: { employeeId, roles: ['PRODUCTION'], reason: 'as agreed' } })
    spec.given(registered).when(changeRoles('PUBLIC'), undefined).thenRefused('ORG-3')
    const own = { ...changeRoles('LEADERSHIP'), by: { id: 'warehouse-2', role: 'ADMINISTRATION' } }
    spec.given(registered).when(own, undefined).thenRefused('ORG-3')
  })

  it('is on the staff until the end, and may come back (ORG-3)', () => {
    spec.given(registered).when(end, undefined).then({ type: ended.type, data: ended.data })
    expect(spec.stateAfter([registered, ended])).toMatchObject({ status: 'ENDED', validUntil: later })
    spec.given(registered, ended).when(changeRoles('PRODUCTION'), undefined).thenRefused('ORG-3')
    spec.given(registered, ended).when(register(), undefined).then({ type: 'StaffRegistered', data })
    expect(spec.stateAfter([registered, ended, registered])).toEqual({ status: 'ACTIVE', ...data, rolesBefore: [] })
  })
})
