import { Id, named, nullable, ShortText, staffId, Type } from '@afterline/events'
import { describe, expect, it } from '@jest/globals'
import { namesStaff, staffNamedIn } from './named-staff.ts'

const party = named('Party', 'A side.', { givenBy: staffId('LEADERSHIP'), place: ShortText })
const fields = {
  orderId: Id,
  pickedBy: staffId('WAREHOUSE'),
  signedBy: nullable(staffId()),
  note: ShortText,
  parties: Type.Array(party),
}
const data = { orderId: 'o', pickedBy: 'wh-1', signedBy: null, note: 'n', parties: [] }

describe('whom a command names', () => {
  it('stands in the fields that are declared so, within objects and lists, too (ORG-3)', () => {
    const parties = [{ givenBy: 'a', place: 'p' }]
    expect(staffNamedIn(fields, { ...data, signedBy: 'q-1', parties })).toEqual([
      { path: ['pickedBy'], staffId: 'wh-1', roles: ['WAREHOUSE'] },
      { path: ['signedBy'], staffId: 'q-1', roles: [] },
      { path: ['parties', '0', 'givenBy'], staffId: 'a', roles: ['LEADERSHIP'] },
    ])
  })

  it('is nobody where nothing was entered, or what no staff id can be', () => {
    expect(staffNamedIn(fields, { ...data, pickedBy: 'x'.repeat(301) })).toEqual([])
    expect(staffNamedIn(fields, { ...data, pickedBy: null })).toEqual([])
  })

  it('is somebody in commands with such a field anywhere', () => {
    expect(namesStaff(fields)).toBe(true)
    expect(namesStaff({ parties: Type.Array(party) })).toBe(true)
    expect(namesStaff({ orderId: Id, note: ShortText })).toBe(false)
  })
})
