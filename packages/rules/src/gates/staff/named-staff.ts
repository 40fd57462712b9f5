import { accessRoles, type Role } from '../../catalogue/index.ts'
import type { Bilingual } from '../../primitives/bilingual.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'

/** A member of staff whom a field of a command names. */
export interface NamedStaff {
  readonly path: readonly string[]
  readonly staffId: string
  /** The field asks for one of these; for nobody in particular where there are none. */
  readonly roles: readonly Role[]
}

/** Roles that were held until an instant, as far as anybody said. */
export interface RolesHeld {
  readonly until: Instant
  readonly roles: readonly Role[]
}

/** What is on record of somebody. */
export interface KnownStaff {
  readonly roles: readonly Role[]
  /** What administration has replaced since, oldest first. */
  readonly rolesBefore: readonly RolesHeld[]
  /** From when on; `null` where nobody said. */
  readonly validFrom: Instant | null
  /** The first instant at which no more; `null` where there is no end. */
  readonly validUntil: Instant | null
}

/** ORG-3: whoever a record names holds a post with matching authority, at the time of the act. */
export function namedStaffViolations(named: NamedStaff, known: KnownStaff | null, at: Instant): readonly Violation[] {
  if (known === null) return [unknownStaff(named)]
  if (!isOnStaffAt(known, at)) return [notThen(named, known, at)]
  const { roles } = named
  const held = rolesAt(known, at)
  return roles.length === 0 || roles.some((role) => held.includes(role)) ? [] : [withoutRole(named, held)]
}

/**
 * ORG-3: what is entered late was done by the authority of its day. A token vouches for the roles that the caller has now; where
 * the register knows of another time that the person was not on the staff, or held other roles, that holds.
 */
export function lateActorViolations(acting: NamedStaff, known: KnownStaff | null, at: Instant): readonly Violation[] {
  if (known === null) return []
  if (known.validFrom !== null && at < known.validFrom) return [notThen(acting, known, at)]
  const before = rolesBeforeChangeAfter(known, at)
  return before === null || acting.roles.some((role) => before.includes(role)) ? [] : [withoutRole(acting, before)]
}

/** The roles on record of somebody, and those that administration took away and has not given again. */
export interface RolesOnRecord extends Pick<KnownStaff, 'roles' | 'rolesBefore'> {
  readonly rolesWithdrawn: readonly Role[]
}

/**
 * What administration says replaces what was held, what a token says is added beside: but for what administration took away.
 * @param since from when on; `null` where somebody turns out to hold roles by a token and nobody says since when
 */
export function withRoles(known: RolesOnRecord, roles: readonly Role[], since: Instant | null): RolesOnRecord {
  const { roles: held, rolesBefore, rolesWithdrawn } = known
  if (since !== null) {
    const away = new Set([...rolesWithdrawn, ...held])
    return {
      roles,
      rolesBefore: [...rolesBefore, { until: since, roles: held }],
      rolesWithdrawn: stillWithdrawn([...away], roles),
    }
  }
  const further = furtherRoles(known, roles)
  return {
    roles: [...held, ...further],
    rolesBefore: rolesBefore.map((before) => ({ ...before, roles: [...before.roles, ...further] })),
    rolesWithdrawn,
  }
}

/** ORG-3: what a token claims beyond the record; never what administration took away, whatever the token says. */
export function furtherRoles(
  { roles, rolesWithdrawn }: Pick<RolesOnRecord, 'roles' | 'rolesWithdrawn'>,
  claimed: readonly Role[],
): readonly Role[] {
  return claimed.filter((role) => !roles.includes(role) && !rolesWithdrawn.includes(role))
}

/** What stays away once administration has given these roles. */
export function stillWithdrawn(withdrawn: readonly Role[], given: readonly Role[]): readonly Role[] {
  return withdrawn.filter((role) => !given.includes(role))
}

function rolesAt(known: KnownStaff, at: Instant): readonly Role[] {
  return rolesBeforeChangeAfter(known, at) ?? known.roles
}

/** `null` where nothing was changed since. */
function rolesBeforeChangeAfter({ rolesBefore }: KnownStaff, at: Instant): readonly Role[] | null {
  const after = rolesBefore.filter(({ until }) => until > at).toSorted((a, b) => (a.until < b.until ? -1 : 1))
  return after[0]?.roles ?? null
}

/** Whether the person is on the staff at an instant: from `validFrom` on, and before `validUntil`. */
export function isOnStaffAt(
  { validFrom, validUntil }: Pick<KnownStaff, 'validFrom' | 'validUntil'>,
  at: Instant,
): boolean {
  return (validFrom === null || validFrom <= at) && (validUntil === null || at < validUntil)
}

function unknownStaff({ path, staffId, roles }: NamedStaff): Violation {
  return {
    rule: 'ORG-3',
    message: { zh: `没有登记编号为“${staffId}”的员工。`, en: `No member of staff is known as "${staffId}".` },
    path,
    remedy: {
      zh: '请核对员工编号；若为新员工，请行政部先登记（registerStaff）。',
      en: 'Check the staff id, or have administration register the person first (registerStaff).',
    },
    facts: { staffId, roles: roles.join(', ') },
  }
}

function notThen({ path, staffId }: NamedStaff, { validFrom, validUntil }: KnownStaff, at: Instant): Violation {
  return {
    rule: 'ORG-3',
    message: { zh: `员工“${staffId}”当时不在岗。`, en: `"${staffId}" was not on the staff at that time.` },
    path,
    remedy: {
      zh: '请填写当时在岗的员工；若登记有误，请行政部更正（registerStaff）。',
      en: 'Name somebody who was, or have administration register the person again (registerStaff).',
    },
    facts: { staffId, at, validFrom, validUntil },
  }
}

function withoutRole({ path, staffId, roles }: NamedStaff, held: readonly Role[]): Violation {
  const asked = namesOf(roles)
  return {
    rule: 'ORG-3',
    message: {
      zh: `员工“${staffId}”没有所需的岗位：${asked.zh}。`,
      en: `"${staffId}" holds no role that this asks for: ${asked.en}.`,
    },
    path,
    remedy: {
      zh: '请填写具有该岗位的员工，或请行政部变更其岗位（changeStaffRoles）。',
      en: 'Name somebody who does, or have administration change the roles (changeStaffRoles).',
    },
    facts: { staffId, roles: roles.join(', '), held: held.join(', ') },
  }
}

function namesOf(roles: readonly Role[]): Bilingual {
  const names = accessRoles.filter(({ id }) => roles.includes(id)).map(({ name }) => name)
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}
