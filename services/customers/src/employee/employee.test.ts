import { parseInstant, type Role } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
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
const NO_OTHERS = { rolesBefore: [], rolesWithdrawn: [] }
const ended = { type: 'StaffEnded', data: { employeeId, reason: 'left' }, occurredAt: later } as const

describe('somebody whom nobody registered', () => {
  it('is registered by name, roles and validity (ORG-3)', () => {
    spec.given().when(register(), undefined).then({ type: 'StaffRegistered', data })
    expect(spec.stateAfter([registered])).toEqual({ status: 'ACTIVE', ...data, ...NO_OTHERS })
  })

  it('is recognised by a token, and registered by name afterwards (ORG-3)', () => {
    expect(spec.stateAfter([recognised])).toMatchObject({ status: 'ACTIVE', roles: ['WAREHOUSE'], name: null })
    spec.given(recognised).when(register(), undefined).then({ type: 'StaffRegistered', data })
    expect(spec.stateAfter([recognised, registered])).toEqual({ status: 'ACTIVE', ...data, ...NO_OTHERS })
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
    expect(spec.stateAfter([registered, ended, registered])).toEqual({ status: 'ACTIVE', ...data, ...NO_OTHERS })
  })
})

describe('a role that administration took away', () => {
  const claim = (...roles: readonly Role[]): StaffCommand => ({
    ...changeRoles(...roles),
    by: { id: 'system', role: 'SYSTEM' },
  })
  const changed = (...roles: readonly Role[]) => {
    return { type: 'StaffRolesChanged', data: { employeeId, roles, reason: 'as agreed' }, occurredAt: later } as const
  }
  const moved = changed('FINANCE')

  it('does not come back by what a token says, alone or beside others (ORG-3)', () => {
    spec.given(registered, moved).when(claim('WAREHOUSE'), undefined).then()
    const { type, data } = changed('FINANCE', 'LEGAL')
    spec
      .given(registered, moved)
      .when(claim('WAREHOUSE', 'FINANCE', 'LEGAL'), undefined)
      .then({ type, data })
  })

  it('stays away from whoever left and is registered again, until administration gives it (ORG-3)', () => {
    const again = { ...registered, data: { ...data, roles: ['FINANCE' as const] } }
    spec.given(registered, moved, ended, again).when(claim('WAREHOUSE'), undefined).then()
    expect(spec.stateAfter([registered, moved, ended, registered])).toMatchObject({ rolesWithdrawn: [] })
  })

  it('never counts, in whatever order tokens and administration speak (ORG-3)', () => {
    const posts = ['WAREHOUSE', 'FINANCE', 'LEGAL', 'PRODUCTION'] as const
    const roles = fc.subarray([...posts], { minLength: 1 })
    const sentences = fc.array(fc.record({ roles, isToken: fc.boolean() }), { maxLength: 12 })
    fc.assert(
      fc.property(sentences, (said) => {
        const known = said.reduce(
          (state, { roles, isToken }) => {
            const speaker = isToken ? { id: 'system', role: 'SYSTEM' } : by
            return staff.evolve(state, { ...changed(...roles), recordedAt: later, actor: speaker })
          },
          spec.stateAfter([registered]),
        )
        const lastGiven = said.findLastIndex(({ isToken }) => !isToken)
        // Whatever administration gave before it spoke last is away, unless it was given then, too.
        const given = lastGiven < 0 ? ['WAREHOUSE'] : (said[lastGiven]?.roles ?? [])
        const earlier = said.slice(0, Math.max(lastGiven, 0)).filter(({ isToken }) => !isToken)
        const away = lastGiven < 0 ? [] : ['WAREHOUSE', ...earlier.flatMap((each) => each.roles)]
        const taken = away.filter((role) => !given.some((other) => other === role))
        expect(staff.isBegun(known) ? known.roles : []).toEqual(expect.arrayContaining([...given]))
        expect(staff.isBegun(known) && known.roles.some((role) => taken.includes(role))).toBe(false)
      }),
    )
  })
})
