import type { StaffEvent } from '@afterline/events'
import {
  furtherRoles,
  isPlatformActor,
  isSamePerson,
  postsAmong,
  type Role,
  staffStages,
  stillWithdrawn,
  type Violation,
  withRoles,
} from '@afterline/rules'
import { type AnyCommandOf, aggregate, type CommandsOf, happens } from '@afterline/service-kit/aggregate'
import * as refusal from './employee.refusals.ts'
import { type Employee, staffCommands, staffState } from './fields.ts'

export interface StaffTypes {
  readonly unbegun: 'UNKNOWN'
  readonly state: Employee
  readonly commands: CommandsOf<typeof staffCommands>
  readonly events: StaffEvent
  readonly lookUp: undefined
  readonly begins: 'RegisterStaff' | 'RecogniseStaff'
  readonly begunBy: 'StaffRegistered' | 'StaffRecognised'
}

export type StaffCommand = AnyCommandOf<StaffTypes>

const NOTHING_NEW = { events: [], violations: [] } as const

/** What no token tells of anybody. */
const UNTOLD = { name: null, teamId: null, validFrom: null, validUntil: null, rolesBefore: [], rolesWithdrawn: [] }

/**
 * A member of staff (ORG-3): who may be named by records, by which roles, and from when until when. A person is one, however
 * the staff id is written. Whoever acts with a token is recognised; administration registers by name, also those who never
 * sign in.
 */
export const staff = aggregate<StaffTypes>({
  category: 'employee',
  shape: 3,
  life: staffStages,
  commands: staffCommands,
  state: staffState,
  unique: {
    person: {
      is: { zh: '员工编号', en: 'staff id' },
      rule: 'ORG-3',
      path: 'staffId',
      of: ({ staffId }) => [[staffId]],
    },
  },
  begin: {
    RegisterStaff: ({ data, by }) => happens('StaffRegistered', data).unless(entryProblems(data, by.id)),
    RecogniseStaff: ({ data }) => happens('StaffRecognised', data),
  },
  again: {
    identity: 'person',
    decide: {
      RegisterStaff: (known, { data, by }) =>
        happens('StaffRegistered', data).unless(
          known.status === 'ACTIVE' && known.name !== null ? [refusal.registeredBefore(data.staffId)] : [],
          entryProblems(data, by.id),
        ),
      // Somebody else recognised the person at the same moment.
      RecogniseStaff: () => NOTHING_NEW,
    },
  },
  decide: {
    ChangeStaffRoles: (known, { data, by }) => {
      if (by.role === 'SYSTEM') return claimed(known, data)
      const { employeeId, staffId } = known
      return happens('StaffRolesChanged', { employeeId, ...data }).unless(postProblems(data.roles), own(staffId, by.id))
    },
    EndStaff: ({ employeeId, staffId }, { data, by }) =>
      happens('StaffEnded', { employeeId, ...data }).unless(own(staffId, by.id)),
  },
  begun: {
    StaffRegistered: ({ data }, before) => ({
      status: 'ACTIVE',
      ...data,
      rolesBefore: [],
      rolesWithdrawn: stillWithdrawn(before?.rolesWithdrawn ?? [], data.roles),
    }),
    StaffRecognised: ({ data }) => ({ status: 'ACTIVE', ...data, ...UNTOLD }),
  },
  evolve: {
    // Of what a token tells, nobody says since when.
    StaffRolesChanged: (known, { data: { roles }, occurredAt, actor }) =>
      withRoles(known, roles, actor.role === 'SYSTEM' ? null : occurredAt),
    StaffEnded: (_, { occurredAt }) => ({ validUntil: occurredAt }),
  },
})

/** What a token is added to may have changed since it was read: it is asked again here. */
function claimed(known: Employee, { roles, reason }: { readonly roles: readonly Role[]; readonly reason: string }) {
  const further = furtherRoles(known, roles)
  if (further.length === 0) return NOTHING_NEW
  return happens('StaffRolesChanged', { employeeId: known.employeeId, roles: [...known.roles, ...further], reason })
}

function entryProblems(
  { staffId, roles, validFrom, validUntil }: StaffTypes['commands']['RegisterStaff'],
  by: string,
): readonly Violation[] {
  return [
    ...(isPlatformActor(staffId) ? [refusal.reservedId(staffId)] : []),
    ...postProblems(roles),
    ...own(staffId, by),
    ...(validFrom !== null && validUntil !== null && validUntil <= validFrom
      ? [refusal.overBeforeItBegins(validFrom, validUntil)]
      : []),
  ]
}

function postProblems(roles: readonly string[]): readonly Violation[] {
  const posts: readonly string[] = postsAmong(roles)
  const others = roles.filter((role) => !posts.includes(role))
  return others.length === 0 ? [] : [refusal.noPost(others)]
}

/** Who holds which post, somebody else says: else administration could give itself any (ORG-3). */
function own(staffId: string, by: string): readonly Violation[] {
  return isSamePerson(staffId, by) ? [refusal.ownPost(staffId)] : []
}
