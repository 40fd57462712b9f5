import type { StoredEventOf } from '@afterline/events'
import { withRoles } from '@afterline/rules'
import type { Connection } from 'mongoose'
import type { Projection, ProjectionScope } from '../interfaces.ts'
import { followedVersions, type KeptCollection, keptCollection } from '../projections/index.ts'
import type { RegisteredStaff, StaffSources } from './staff-directory.ts'

interface KnownStaffDocument extends RegisteredStaff {
  /** The id of the record in the register. */
  readonly _id: string
}

type Known = KeptCollection<KnownStaffDocument>

/** What a service other than the one that keeps the register remembers of it: its projection, and how it is read. */
export function knownStaff(
  connection: Connection,
  context: string,
): { readonly projection: Projection; readonly sources: StaffSources } {
  const name = `${context}.known-staff`
  const known: Known = keptCollection(connection, { projection: name, name: 'knownStaff' })
  return {
    projection: { name, version: 2, sources: ['customers'], collections: [known], handlers: handlersOf(known) },
    sources: {
      async registered(ids) {
        const documents = await (await known.current()).find({ _id: { $in: [...ids] } }).toArray()
        // Until this version is built, readers see documents of the one before, which knew of no other roles.
        return new Map(documents.map(({ rolesBefore = [], ...staff }) => [staff._id, { ...staff, rolesBefore }]))
      },
      async versions(ids) {
        const streams = ids.map((id) => `employee-${id}`)
        const known = await followedVersions(connection, name, streams)
        return streams.map((stream) => ({ stream, version: known.get(stream) ?? 0 }))
      },
    },
  }
}

function handlersOf(known: Known): Projection['handlers'] {
  const put = async (_id: string, fields: RegisteredStaff, scope: ProjectionScope): Promise<void> => {
    await known.of(scope).replaceOne({ _id }, fields, { upsert: true, session: scope.session })
  }
  const change = async (_id: string, fields: Partial<RegisteredStaff>, scope: ProjectionScope): Promise<void> => {
    await known.of(scope).updateOne({ _id }, { $set: fields }, { session: scope.session })
  }
  return {
    StaffRegistered: ({ data, recordedAt }: StoredEventOf<'StaffRegistered'>, scope) => {
      const { employeeId, roles, validFrom, validUntil } = data
      return put(employeeId, { roles, rolesBefore: [], validFrom, validUntil, toldAt: recordedAt }, scope)
    },
    StaffRecognised: ({ data: { employeeId, roles }, recordedAt }, scope) =>
      put(employeeId, { roles, rolesBefore: [], validFrom: null, validUntil: null, toldAt: recordedAt }, scope),
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
