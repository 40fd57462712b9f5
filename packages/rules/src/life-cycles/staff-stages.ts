import type { TransitionTable } from './transitions.ts'

export type StaffStage = 'UNKNOWN' | 'ACTIVE' | 'ENDED'

export type StaffCommandName = 'RegisterStaff' | 'RecogniseStaff' | 'ChangeStaffRoles' | 'EndStaff'

/** A member of staff is registered by name, or recognised by a sign-in first; whoever left may come back (ORG-3). */
export const staffStages: TransitionTable<StaffStage, StaffCommandName> = {
  name: { zh: '员工', en: 'member of staff' },
  rule: 'ORG-3',
  initial: 'UNKNOWN',
  transitions: {
    UNKNOWN: { RegisterStaff: 'ACTIVE', RecogniseStaff: 'ACTIVE' },
    ACTIVE: { RegisterStaff: 'ACTIVE', RecogniseStaff: 'ACTIVE', ChangeStaffRoles: 'ACTIVE', EndStaff: 'ENDED' },
    ENDED: { RegisterStaff: 'ACTIVE' },
  },
}
