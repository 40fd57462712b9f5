import type { Context, StoredEvent, StoredEventOf } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import type { Projection } from '../interfaces.ts'
import { forgetKeylessFingerprints } from '../store/command-key.ts'
import type { PersonalCipher } from './personal-cipher.ts'

/*
 * An erasure is an event on the customer's stream. The service that appends it deletes its key in the same transaction; every
 * other one has a key of its own, and deletes that in the transaction in which it takes the event in.
 */

interface ErasingDeps {
  readonly connection: Connection
  readonly cipher: PersonalCipher
  readonly now: () => Instant
}

/** Of events that were just appended: carries out the erasures that are among them. */
export async function eraseAsTold(
  deps: ErasingDeps,
  events: readonly StoredEvent[],
  session: ClientSession,
): Promise<void> {
  for (const event of events) if (isErasure(event)) await erase(deps, event, session)
}

/** How a service takes in erasures; a new build of it finds them done. */
export function erasingProjection(context: Context, deps: ErasingDeps): Projection {
  return {
    name: `${context}.erasures`,
    version: 1,
    sources: ['customers'],
    collections: [],
    handlers: { PersonalDataErased: (event, { session }) => erase(deps, event, session) },
  }
}

async function erase(
  { connection, cipher, now }: ErasingDeps,
  { id, data, recordedAt }: StoredEventOf<'PersonalDataErased'>,
  session: ClientSession,
): Promise<void> {
  // Outside the transaction, which they could be too many for: nothing depends on them any more, whether it commits or not.
  await forgetKeylessFingerprints(connection)
  const erasure = { customerId: data.customerId, event: id, erasedAt: recordedAt, doneAt: now() }
  await cipher.erase(erasure, session)
}

/** A stored event keeps its type's contract: it was checked before it was appended. */
function isErasure(event: StoredEvent): event is StoredEventOf<'PersonalDataErased'> {
  return event.type === 'PersonalDataErased'
}
