import { addedTo } from './collections.ts'

/*
 * What a backup holds of a service's collections, and why the others need not be in one. Every collection that a service
 * writes is in one of the two lists, or holds documents or projections; a test sees to it.
 */

/** What nothing else tells: the record, and what is known only here. */
export const kept: readonly string[] = [
  ...addedTo,
  // What is recorded and not sealed yet, how far each chain is published, what is withheld, and how many chains there are.
  ...['outbox', 'publishedSeals', 'blockedStreams', 'relayLayout'],
  // Wrapped by the master key, which is in no backup. What was erased has none any more.
  'dataKeys',
  // Answers to requests that may come again, who holds what is unique (twins in their order), and who acted here.
  ...['commands', 'uniqueValues', 'uniqueValuesFilled', 'recognisedStaff'],
]

/** What is made anew: by a rebuild from events, by consumers from topics, or by the processes of the day. */
export const madeAnew: readonly string[] = [
  ...['timers', 'measurements', 'buckets', 'recounts', 'measurementChanges', 'measurementPublication'],
  ...['cursors', 'parked', 'retryRequests', 'projectionBuilds', 'rebuilds', 'keyRotations'],
  ...['leases', 'relayMembers'],
]
