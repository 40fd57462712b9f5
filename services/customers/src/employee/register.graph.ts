import { furtherRoles, type Instant, postsAmong } from '@afterline/rules'
import {
  type Caller,
  employeeIdOf,
  type Kit,
  readDocuments,
  repositoryOf,
  type StaffSources,
} from '@afterline/service-kit'
import { employees } from './employee.graph.ts'
import type { StaffCommand, StaffTypes } from './employee.ts'

/** The register as the kit asks it: this service keeps it, so it is read as it stands. */
export function staffRegister({ connection, registry }: Pick<Kit, 'connection' | 'registry'>): StaffSources {
  return {
    async registered(ids) {
      const documents = await readDocuments({ connection, registry }, employees.stored, ids)
      return new Map(
        documents.flatMap(({ _id, state, headRecordedAt: toldAt }) =>
          employees.aggregate.isBegun(state) ? [[_id, { ...state, toldAt }] as const] : [],
        ),
      )
    },
    recognise,
  }
}

/** Keeps in the register what a token says of somebody: who it is, or which roles the person holds besides. */
async function recognise(kit: Kit, { id: staffId, roles }: Caller): Promise<void> {
  const employeeId = employeeIdOf(staffId)
  const [known] = await readDocuments(kit, employees.stored, [employeeId])
  const command = recognition(employeeId, { id: staffId, roles }, known?.state ?? null, kit.now())
  if (command === null) return
  const version = known?.version ?? 0
  await kit.commands.handle(repositoryOf(employees, kit), {
    id: employeeId,
    command,
    // What two processes learn at once is one and the same.
    idempotencyKey: `recognised ${employeeId} ${version} ${roles.join(' ')}`,
    correlationId: employeeId,
  })
}

/** `null` where there is nothing to learn: also of somebody who left, and of roles that administration took away. */
function recognition(
  employeeId: string,
  { id: staffId, roles }: Caller,
  known: StaffTypes['state'] | { readonly status: 'UNKNOWN' } | null,
  at: Instant,
): StaffCommand | null {
  const moment = { at, by: { id: 'system', role: 'SYSTEM' } }
  const posts = postsAmong(roles)
  if (known === null || known.status === 'UNKNOWN') {
    return { type: 'RecogniseStaff', ...moment, data: { employeeId, staffId, roles: posts } }
  }
  if (known.status === 'ENDED' || furtherRoles(known, posts).length === 0) return null
  const reason = 'told by the identity provider'
  return { type: 'ChangeStaffRoles', ...moment, data: { roles: posts, reason } }
}
