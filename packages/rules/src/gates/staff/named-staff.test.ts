import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import {
  type KnownStaff,
  lateActorViolations,
  type NamedStaff,
  namedStaffViolations,
  type RolesOnRecord,
  withRoles,
} from './named-staff.ts'

const day = (of: number) => parseInstant(`2026-03-0${of}T09:00:00+08:00`)
const [before, from, during, until] = [day(1), day(2), day(3), day(4)]
const picker: NamedStaff = { path: ['pickedBy'], staffId: 'wh-2', roles: ['WAREHOUSE', 'PRODUCTION'] }
const known: KnownStaff = { roles: ['WAREHOUSE'], rolesBefore: [], validFrom: from, validUntil: until }
const factsOf = (...of: Parameters<typeof namedStaffViolations>) => refused(namedStaffViolations(...of))

describe('whom a command names', () => {
  it('is known, on the staff at the time of the act, and holds one of the roles that the field asks for (ORG-3)', () => {
    expect(factsOf(picker, known, from)).toEqual([])
    expect(factsOf(picker, known, during)).toEqual([])
    expect(factsOf({ ...picker, roles: [] }, { ...known, roles: ['LEGAL'] }, during)).toEqual([])
    expect(factsOf(picker, { ...known, validFrom: null, validUntil: null }, before)).toEqual([])
  })

  it('is refused under the name of the field when nobody is known by that id (ORG-3)', () => {
    expect(factsOf(picker, null, during)).toEqual([
      ['ORG-3', 'pickedBy', { staffId: 'wh-2', roles: 'WAREHOUSE, PRODUCTION' }],
    ])
  })

  it.each([before, until])('is refused for an act at %s, outside the validity (ORG-3)', (at) => {
    expect(factsOf(picker, known, at)).toEqual([
      ['ORG-3', 'pickedBy', { staffId: 'wh-2', at, validFrom: from, validUntil: until }],
    ])
  })

  it('is refused without the role (ORG-3)', () => {
    expect(factsOf(picker, { ...known, roles: ['LEGAL'] }, during)).toEqual([
      ['ORG-3', 'pickedBy', { staffId: 'wh-2', roles: 'WAREHOUSE, PRODUCTION', held: 'LEGAL' }],
    ])
  })
})

describe('the roles of another day', () => {
  const always: KnownStaff & RolesOnRecord = {
    roles: ['WAREHOUSE'],
    rolesBefore: [],
    rolesWithdrawn: [],
    validFrom: null,
    validUntil: null,
  }
  const promoted = { ...always, ...withRoles(always, ['QUALITY_CONTROL'], during) }

  it('are what an act of that day is held to, until the instant of the change (ORG-3)', () => {
    expect(factsOf(picker, promoted, from)).toEqual([])
    expect(factsOf(picker, promoted, during)).toHaveLength(1)
    const twice = { ...promoted, ...withRoles(promoted, ['WAREHOUSE'], until) }
    expect(factsOf(picker, twice, from)).toEqual([])
    expect(factsOf(picker, twice, during)).toHaveLength(1)
    expect(factsOf(picker, twice, until)).toEqual([])
  })

  it('bind whoever enters late what was done by another role (ORG-3)', () => {
    const acting: NamedStaff = { path: ['occurredAt'], staffId: 'q-1', roles: ['QUALITY_CONTROL'] }
    const held = { staffId: 'q-1', roles: 'QUALITY_CONTROL', held: 'WAREHOUSE' }
    expect(refused(lateActorViolations(acting, promoted, from))).toEqual([['ORG-3', 'occurredAt', held]])
    expect(lateActorViolations(acting, promoted, during)).toEqual([])
    expect(lateActorViolations(acting, null, from)).toEqual([])
    // The token says more than the register: nothing is known of that day.
    expect(lateActorViolations(acting, always, from)).toEqual([])
    expect(lateActorViolations(acting, { ...always, validFrom: during }, from)).toHaveLength(1)
  })

  it('include what somebody turns out to hold, since nobody says since when (ORG-3)', () => {
    const more = { ...promoted, ...withRoles(promoted, ['QUALITY_CONTROL', 'PRODUCTION'], null) }
    expect(more.roles).toEqual(['QUALITY_CONTROL', 'PRODUCTION'])
    expect(more.rolesBefore).toEqual([{ until: during, roles: ['WAREHOUSE', 'PRODUCTION'] }])
  })

  it('never include by a token what administration took away, until it gives that again (ORG-3)', () => {
    const claimed = { ...promoted, ...withRoles(promoted, ['WAREHOUSE', 'PRODUCTION'], null) }
    expect(claimed.roles).toEqual(['QUALITY_CONTROL', 'PRODUCTION'])
    const given = { ...claimed, ...withRoles(claimed, ['WAREHOUSE'], until) }
    expect(given.rolesWithdrawn).toEqual(['QUALITY_CONTROL', 'PRODUCTION'])
    expect(withRoles(given, ['WAREHOUSE', 'QUALITY_CONTROL'], null).roles).toEqual(['WAREHOUSE'])
  })
})
