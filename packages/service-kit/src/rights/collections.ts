import type { Context } from '@afterline/events'
import { sealsNameOf } from '../relay/seals.ts'
import { MOST_SHARDS } from '../store/slots.ts'

/*
 * What a service may do with which of its collections, as data: the roles in MongoDB are made from it, wherever it runs.
 * A collection that stands in no list can be read, and nothing else. A test holds the lists against what services declare.
 */

/** The record: added to and read, never changed. */
export const addedTo: readonly string[] = [
  'events',
  ...Array.from({ length: MOST_SHARDS }, (_, shard) => sealsNameOf(shard)),
]

/** What every service keeps about its own work. */
export const changed: readonly string[] = [
  ...['outbox', 'commands', 'uniqueValues', 'uniqueValuesFilled', 'dataKeys', 'keyRotations', 'recognisedStaff'],
  ...['timers', 'measurements', 'buckets', 'recounts', 'measurementChanges', 'measurementPublication'],
  ...['leases', 'relayLayout', 'relayMembers', 'blockedStreams', 'publishedSeals'],
  ...['cursors', 'parked', 'retryRequests', 'projectionBuilds', 'rebuilds'],
]

/** Its relay is told of what comes. */
export const watched: readonly string[] = ['outbox']

/** The documents of a service's aggregates. They are made from events and never removed. */
export const records: Readonly<Record<Context, readonly string[]>> = {
  customers: ['customers', 'staff', 'backups'],
  orders: ['products', 'lots', 'contracts', 'orders', 'deviations'],
  'after-sales': ['complaints'],
  surveys: ['surveys'],
}

/** What its projections keep, by the names of first builds: these are dropped when they are retired. */
export const projected: Readonly<Record<Context, readonly string[]>> = {
  customers: ['serviceHistory'],
  orders: ['customerFacts', 'knownStaff'],
  'after-sales': ['knownRecords', 'knownStaff'],
  surveys: ['customerOwners', 'caseWorkers', 'contactEntries', 'knownStaff'],
}

/** Where whoever operates an instance leaves a wish, for the service to carry out. */
export const wished = { added: ['retryRequests'], changed: ['rebuilds', 'keyRotations'] } as const
