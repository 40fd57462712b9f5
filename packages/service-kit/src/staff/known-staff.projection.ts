import type { StoredEventOf } from '@afterline/events'
import { type RolesOnRecord, stillWithdrawn, withRoles } from '@afterline/rules'
import type { Connection } from 'mongoose'
import type { Projection, ProjectionScope } from '../interfaces.ts'
import { followedVersions, type KeptCollection, keptCollection } from '../projections/index.ts'
import type { RegisteredStaff } from './registered-staff.ts'
import type { StaffSources } from './staff-directory.ts'

interface KnownStaffDocument extends RegisteredStaff {
  /** The id of the record in the register. */
  readonly _id: string
}

/** What no token tells of anybody. */
const UNTOLD = { rolesBefore: [], rolesWithdrawn: [], validFrom: null, validUntil: null }

type Known = KeptCollection<KnownStaffDocument>

/** What a service other than the one that keeps the register remembers of it: its projection, and how it is read. */
export function knownStaff(
  connection: Connection,
  context: string,
): { readonly projection: Projection; readonly sources: StaffSources } {
  const name = `${context}.known-staff`
  const known: Known = keptCollection(connection, { projection: name, name: 'knownStaff' })
  return {
    projection: { name, version: 3, sources: ['customers'], collections: [known], handlers: handlersOf(known) },
    sources: {
      async registered(ids) {
        const documents = await (await known.current()).find({ _id: { $in: [...ids] } }).toArray()
        return new Map(documents.map((staff) => [staff._id, { ...staff, ...rolesOf(staff) }]))
      },
      async versions(ids) {
        const streams = ids.map((id) => `employee-${id}`)
        const known = await followedVersions(connection, name, streams)
        return streams.map((stream) => ({ stream, version: known.get(stream) ?? 0 }))
      },
    },
  }
}

/** Until this version is built, readers see documents of those before: then whatever was held once counts as taken away. */
function rolesOf({ roles, rolesBefore = [], rolesWithdrawn }: Partial<RolesOnRecord> & Pick<RolesOnRecord, 'roles'>) {
  const held = rolesBefore.flatMap((before) => before.roles)
  return { roles, rolesBefore, rolesWithdrawn: rolesWithdrawn ?? stillWithdrawn(held, roles) }
}

function handlersOf(known: Known): Projection['handlers'] {
  const put = async (_id: string, fields: RegisteredStaff, scope: ProjectionScope): Promise<void> => {
    await known.of(scope).replaceOne({ _id }, fields, { upsert: true, session: scope.session })
  }
  const change = async (_id: string, fields: Partial<RegisteredStaff>, scope: ProjectionScope): Promise<void> => {
    await known.of(scope).updateOne({ _id }, { $set: fields }, { session: scope.session })
  }
  return {
    async StaffRegistered({ data, recordedAt }: StoredEventOf<'StaffRegistered'>, scope) {
      const { employeeId, roles, validFrom, validUntil } = data
      const before = await known.of(scope).findOne({ _id: employeeId }, { session: scope.session })
      const rolesWithdrawn = stillWithdrawn(before?.rolesWithdrawn ?? [], roles)
      await put(
        employeeId,
        { roles, rolesBefore: [], rolesWithdrawn, validFrom, validUntil, toldAt: recordedAt },
        scope,
      )
    },
    StaffRecognised: ({ data: { employeeId, roles }, recordedAt }, scope) =>
      put(employeeId, { roles, ...UNTOLD, toldAt: recordedAt }, scope),
    async StaffRolesChanged({ data: { employeeId, roles }, occurredAt, recordedAt, actor }, scope) {
      const staff = await known.of(scope).findOne({ _id: employeeId }, { session: scope.session })
      if (staff === null) return
      // Of what a token tells, nobody says since when.
      const since = actor.role === 'SYSTEM' ? null : occurredAt
      await change(employeeId, { ...withRoles(staff, roles, since), toldAt: recordedAt }, scope)
    },
    StaffEnded: ({ data: { employeeId }, occurredAt, recordedAt }, scope) =>
      change(employeeId, { validUntil: occurredAt, toldAt: recordedAt }, scope),
  }
}
