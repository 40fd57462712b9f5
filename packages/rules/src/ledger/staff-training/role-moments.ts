import type { Instant } from '../../primitives/instant.ts'
import { type MomentFold, stateAt } from '../moments.ts'
import type { RequiredTopic, RequiredTopicsChangedData, RoleLeftData, RoleTakenData } from './facts.ts'

/** What happened to a role of somebody. */
export type RoleMoment =
  | ({ readonly kind: 'LEFT'; readonly at: Instant } & RoleLeftData)
  | ({ readonly kind: 'TAKEN'; readonly at: Instant } & RoleTakenData)
  | ({ readonly kind: 'CHANGED'; readonly at: Instant } & RequiredTopicsChangedData)

/** A role in which somebody is. */
export interface HeldRole {
  readonly personId: string
  readonly teamId: string | null
  readonly required: readonly RequiredTopic[]
}

/** At one instant a role is left before it is taken anew, and taken before its topics change. */
const roleFold: MomentFold<RoleMoment, HeldRole> = { order: { LEFT: 0, TAKEN: 1, CHANGED: 2 }, after: heldAfter }

/** The role as it was held at an instant, by the moments of this role; `null` where it was not. */
export function heldRoleAt(moments: readonly RoleMoment[], instant: Instant): HeldRole | null {
  return stateAt(moments, instant, roleFold)
}

/** Topics of a role that is not held change nothing: who takes it later takes it with those of then. */
function heldAfter(held: HeldRole | null, moment: RoleMoment): HeldRole | null {
  switch (moment.kind) {
    case 'LEFT':
      return null
    case 'TAKEN':
      return moment
    case 'CHANGED':
      return held && { ...held, required: moment.required }
  }
}
