import type { Role } from '@afterline/rules'
import { known } from './meaning.ts'
import {
  described,
  type EventOf,
  eventsOf,
  InstantText,
  nullable,
  PersonalText,
  ShortText,
  Text,
  Type,
  told,
} from './vocabulary.ts'

const StaffRole = known('Role', Type.Unsafe<Role>(ShortText))
const roles = described(
  Type.Array(StaffRole, { minItems: 1, uniqueItems: true }),
  'Posts of the regulations that the person holds: fields that name staff ask for some of them (ORG-3).',
)
const staffId = described(
  ShortText,
  "By which records name the person: the subject of the identity provider's tokens (ORG-3). Never a name.",
)

/** What is told of a member of staff who is registered. */
export const staffEntry = {
  staffId,
  name: described(PersonalText, 'As colleagues call the person; not blank. Stored encrypted under a key of its own.'),
  roles,
  teamId: described(nullable(ShortText), 'The team whose targets the person shares (ORG-8).'),
  validFrom: described(nullable(InstantText), 'From when on records may name the person; null where always.'),
  validUntil: described(nullable(InstantText), 'The first instant at which they may not any more; null without end.'),
}
export const staffReason = described(Text, 'Why, without anything personal; not blank.')

export const staffEvents = eventsOf('employee', {
  StaffRegistered: told('A member of staff was registered by name, roles and validity (ORG-3).', staffEntry),
  StaffRecognised: told('Somebody whom nobody registered signed in with a token of the identity provider (ORG-3).', {
    staffId,
    roles,
  }),
  StaffRolesChanged: told('A member of staff holds other roles from now on (ORG-3).', { roles, reason: staffReason }),
  StaffEnded: told('A member of staff left: records name the person for no later act (ORG-3).', {
    reason: staffReason,
  }),
})

export type StaffEvent = EventOf<(typeof staffEvents)[number]>
