import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import { type KnownStaff, type NamedStaff, namedStaffViolations } from './named-staff.ts'

const day = (of: number) => parseInstant(`2026-03-0${of}T09:00:00+08:00`)
const [before, from, during, until] = [day(1), day(2), day(3), day(4)]
const picker: NamedStaff = { path: ['pickedBy'], staffId: 'wh-2', roles: ['WAREHOUSE', 'PRODUCTION'] }
const known: KnownStaff = { roles: ['WAREHOUSE'], validFrom: from, validUntil: until }
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
