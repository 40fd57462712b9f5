import {
  type Instant,
  isOnStaffAt,
  isSamePerson,
  type KnownStaff,
  lateActorViolations,
  type NamedStaff,
  namedStaffViolations,
  postsAmong,
  type Violation,
} from '@afterline/rules'
import type { Connection } from 'mongoose'
import type { Caller } from '../identity/index.ts'
import type { SeenVersion } from '../interfaces.ts'
import type { Kit } from '../kit.ts'
import { employeeIdOf } from './employee-id.ts'
import { keepRecognised, recognisedStaffOf, withClaims } from './recognised-staff.ts'
import type { RegisteredStaff } from './registered-staff.ts'

/** Where a service learns who is on the staff. */
export interface StaffSources {
  /** From the register, by the ids of records in it. */
  registered(ids: readonly string[]): Promise<ReadonlyMap<string, RegisteredStaff>>
  /** How far the register of another service is followed, by the ids of records in it. */
  versions?(ids: readonly string[]): Promise<readonly SeenVersion[]>
  /** What else is to be done with what a token says of somebody; called once for person and roles. */
  recognise?(kit: Kit, caller: Caller): Promise<void>
}

/** Whether members of staff may be named. */
export interface StaffJudgement {
  readonly violations: readonly Violation[]
  /** Where violations rest on another service's register: what was seen of it, or of an earlier state of it. */
  readonly saw: readonly SeenVersion[]
}

const UNOBJECTED: StaffJudgement = { violations: [], saw: [] }

/** Who may be named by commands. */
export interface StaffDirectory {
  /** Whoever acts with a verified token is staff. It costs a read and a write once for person, roles and process, and nothing after that. */
  recognise(kit: Kit, caller: Caller): Promise<void>
  /**
   * Whether the register says that the caller is on the staff no longer, or not yet: then a valid token opens nothing, whatever
   * its roles. Of customers the register knows nothing.
   */
  isAway(caller: Caller, at: Instant): Promise<boolean>
  /** What speaks against naming these for an act at this instant (ORG-3). The caller was vouched for by the own token. */
  judge(named: readonly NamedStaff[], at: Instant, caller: Caller): Promise<StaffJudgement>
  /** What speaks against the caller's having done something by a role at an instant that is past. */
  lateActorViolations(caller: Caller, role: string, at: Instant): Promise<readonly Violation[]>
}

/** How long somebody who was found is not looked up again: an end takes effect that much later. */
const KNOWN_FOR_MS = 1_000
const MOST_REMEMBERED = 10_000

export function createStaffDirectory(connection: Connection, sources: StaffSources): StaffDirectory {
  const recognised = new Map<string, Promise<void>>()
  const found = new Map<string, { readonly staff: KnownStaff; readonly until: number }>()

  async function find(ids: readonly string[]): Promise<ReadonlyMap<string, KnownStaff>> {
    const [registered, claimed] = await Promise.all([
      sources.registered(ids),
      recognisedStaffOf(connection)
        .find({ _id: { $in: [...ids] } })
        .toArray(),
    ])
    const staff = new Map<string, KnownStaff>(registered)
    for (const one of claimed) staff.set(one._id, withClaims(one, registered.get(one._id) ?? null))
    return staff
  }

  async function knownOf(ids: readonly string[]): Promise<ReadonlyMap<string, KnownStaff>> {
    const now = performance.now()
    const remembered = ids.flatMap((id) => {
      const one = found.get(id)
      return one !== undefined && one.until > now ? [[id, one.staff] as const] : []
    })
    if (remembered.length === ids.length) return new Map(remembered)
    const staff = await find(ids)
    if (found.size > MOST_REMEMBERED) found.clear()
    for (const [id, one] of staff) found.set(id, { staff: one, until: now + KNOWN_FOR_MS })
    return staff
  }

  return {
    recognise(kit, caller) {
      const key = JSON.stringify([caller.id, ...caller.roles.toSorted()])
      if (recognised.size > MOST_REMEMBERED) recognised.clear()
      return recognised.getOrInsertComputed(key, () =>
        keepRecognised(connection, caller, kit.now(), async (known) => sources.recognise?.(kit, known)).catch(
          (error: unknown) => {
            recognised.delete(key)
            throw error
          },
        ),
      )
    },
    async isAway({ id, roles }, at) {
      // A role that is no post, such as a machine's, stays with nobody who has left.
      if (roles.every((role) => role === 'PUBLIC')) return false
      const _id = employeeIdOf(id)
      const isOutside = (staff: ReadonlyMap<string, KnownStaff>) => {
        const known = staff.get(_id)
        return known !== undefined && !isOnStaffAt(known, at)
      }
      // Whoever was taken back a moment ago is not turned away.
      return isOutside(await knownOf([_id])) && isOutside(await find([_id]))
    },
    async lateActorViolations({ id }, role, at) {
      const roles = postsAmong([role])
      if (roles.length === 0) return []
      const _id = employeeIdOf(id)
      return lateActorViolations({ path: ['occurredAt'], staffId: id, roles }, (await find([_id])).get(_id) ?? null, at)
    },
    async judge(named, at, caller) {
      const others = named.filter(({ staffId }) => !isSamePerson(staffId, caller.id))
      const ids = [...new Set(others.map(({ staffId }) => employeeIdOf(staffId)))]
      if (ids.length === 0) return UNOBJECTED
      const problems = (known: ReadonlyMap<string, KnownStaff>) =>
        others.flatMap((one) => namedStaffViolations(one, known.get(employeeIdOf(one.staffId)) ?? null, at))
      const remembered = problems(await knownOf(ids))
      // What speaks against somebody is looked up anew: it may have been set right a moment ago.
      if (remembered.length === 0) return UNOBJECTED
      // How far the register is followed is asked first: what is found then is of that version at least.
      const saw = (await sources.versions?.(ids)) ?? []
      const violations = problems(await find(ids))
      return violations.length === 0 ? UNOBJECTED : { violations, saw }
    },
  }
}
