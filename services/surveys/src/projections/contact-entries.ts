import type { Instant } from '@afterline/rules'
import {
  type KeptCollection,
  keptCollection,
  type Projection,
  type ProjectionScope,
  type Reading,
} from '@afterline/service-kit'
import type { Connection } from 'mongoose'
import { keptRecord } from './kept-record.ts'

/**
 * Who entered a contact person, as the customers service tells: whoever is rated does not choose who is asked (SVY-2). No name
 * and no address.
 */
export interface ContactEntry {
  /** The contact person's id. */
  readonly _id: string
  readonly customerId: string
  readonly enteredBy: string
  /** When it was recorded: an entry that is dated back makes nobody known earlier. */
  readonly enteredAt: Instant
}

type ContactEntryModel = KeptCollection<ContactEntry>

const PROJECTION = 'surveys.contact-entries'

export function contactEntryModel(connection: Connection): ContactEntryModel {
  return keptCollection(connection, { projection: PROJECTION, name: 'contactEntries' })
}

export function contactEntriesProjection(model: ContactEntryModel): Projection {
  return {
    name: PROJECTION,
    version: 1,
    sources: ['customers'],
    collections: [model],
    handlers: {
      async ContactPersonAdded(
        { actor, recordedAt: enteredAt, data: { contactId: _id, customerId } },
        scope: ProjectionScope,
      ) {
        const entry = { $setOnInsert: { customerId, enteredBy: actor.id, enteredAt } }
        await model.of(scope).updateOne({ _id }, entry, { upsert: true, session: scope.session })
      },
    },
  }
}

/** `null` where nobody has told (yet) of such a contact person of the customer. */
export async function contactEntryOf(
  reading: Pick<Reading, 'kit' | 'load'>,
  { customerId, contactId }: { readonly customerId: string; readonly contactId: string },
): Promise<ContactEntry | null> {
  const entry = await keptRecord(reading, contactEntryModel(reading.kit.connection), contactId)
  return entry?.customerId === customerId ? entry : null
}
