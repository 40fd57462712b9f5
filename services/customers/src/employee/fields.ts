import { described, Id, InstantText, internal, named, nullable, staffEntry, staffReason, Type } from '@afterline/events'
import { command, type DataOf } from '@afterline/service-kit/aggregate'

const { staffId, name, roles, teamId, validUntil } = staffEntry
const REGISTRARS = ['ADMINISTRATION'] as const

export const staffCommands = {
  RegisterStaff: command('StaffRegistered', REGISTRARS, { employeeId: Id, ...staffEntry }),
  // Nobody enters it: it follows from the first act with a token.
  RecogniseStaff: command('StaffRecognised', ['SYSTEM'], { employeeId: Id, staffId, roles }),
  ChangeStaffRoles: command('StaffRolesChanged', REGISTRARS, {
    roles: described(roles, 'All roles that the person holds from now on.'),
    reason: staffReason,
  }),
  EndStaff: command('StaffEnded', REGISTRARS, { reason: staffReason }),
}

const RolesHeld = named('RolesHeld', 'Roles that were held until administration changed them.', {
  until: InstantText,
  roles,
})

export const staffState = {
  employeeId: Id,
  ...staffEntry,
  // Colleagues see it as it is; it is told by a field of its own.
  name: internal(nullable(name)),
  rolesBefore: internal(Type.Array(RolesHeld)),
  // Tokens give none of these back: only administration does.
  rolesWithdrawn: internal(Type.Array(roles.items)),
  roles: described(roles, 'What the person is registered for, and what the identity provider has said since.'),
  teamId: described(teamId, 'The team whose targets the person shares (ORG-8); null without one.'),
  validUntil: described(validUntil, 'The first instant at which records may not name the person; null without end.'),
}

export type Employee = DataOf<typeof staffState> & { readonly status: 'ACTIVE' | 'ENDED' }
