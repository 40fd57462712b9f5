import { described, nullable, ShortText, Type } from '@afterline/events'
import { isOnStaffAt } from '@afterline/rules'
import { type AggregateGraph, computed, type FilterField, graphOf, oneOf } from '@afterline/service-kit'
import { type StaffTypes, staff } from './employee.ts'

/** Within the validity at an instant: an end that was recorded is one. */
const validAt: FilterField = {
  inputType: 'Instant',
  description: 'Whom records of this instant may name: now, for a choice of people.',
  path: 'state.validUntil',
  condition: (_, at) => ({
    $and: [
      { $or: [{ 'state.validFrom': null }, { 'state.validFrom': { $lte: at } }] },
      { $or: [{ 'state.validUntil': null }, { 'state.validUntil': { $gt: at } }] },
    ],
  }),
}

export const employees: AggregateGraph<StaffTypes> = graphOf(staff, {
  type: 'Employee',
  says: 'A member of staff: who may be named by records, by which roles, and from when until when (ORG-3).',
  audience: 'STAFF_READERS',
  collection: 'staff',
  lists: {
    staff: {
      description: 'The register of staff: whoever was registered, or signed in (ORG-3).',
      filter: {
        staffId: oneOf('String', { description: 'Any of these staff ids, as they are registered.' }),
        role: oneOf('Role', { path: 'state.roles', description: 'Who holds any of these.' }),
        status: oneOf('EmployeeStatus'),
        teamId: oneOf('String', { description: 'Of any of these teams.' }),
        validAt,
      },
      sort: { STAFF_ID: 'staffId' },
    },
  },
  fields: {
    name: computed(
      described(
        nullable(ShortText),
        'As colleagues call the person; null for somebody who signed in and whom nobody registered.',
      ),
      ({ name }, _, { kit }) => (name === null ? null : kit.cipher.decrypt(name)),
    ),
    isOnStaff: computed(
      described(
        Type.Boolean(),
        'Whether the person is on the staff at this moment: from validFrom on, and before validUntil. Otherwise a token opens nothing (ORG-3).',
      ),
      (employee, _, { kit }) => isOnStaffAt(employee, kit.now()),
    ),
  },
  mutations: { RecogniseStaff: null },
})
