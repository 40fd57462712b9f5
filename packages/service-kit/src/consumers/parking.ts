import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '@afterline/events'
import type { Connection } from 'mongoose'
import { consumerOf, projectionOf } from '../projections/build.ts'
import { findRegister } from '../projections/register-store.ts'
import { cursorId, cursorsOf } from './cursor.ts'
import { type ParkedDocument, parkedOf } from './parked.ts'
import type { Resumption } from './resuming.ts'
import { requestRetry, retryRequestsOf } from './retry-requests.ts'

export interface ParkedPage {
  /** One entry per stream that stands still: the event at which it does. In the order of their ids. */
  readonly entries: readonly ParkedDocument[]
  /** Hand it over as `after` to read on; `null` at the end. */
  readonly next: string | null
}

export interface ParkedStream {
  /** Name of the projection. */
  readonly consumer: string
  readonly stream: string
  /** Version of the last event that was applied. */
  readonly appliedVersion: number
  readonly code: string | null
  /** The parked event and those behind it, at most 100, in version order. */
  readonly events: readonly ParkedDocument[]
}

/** `PENDING` when no consumer has taken the request up in time; it stays and is carried out when one runs. */
export type RetryOutcome = ({ readonly status: 'DONE' } & Resumption) | { readonly status: 'PENDING' }

export interface Parking {
  list(page: { readonly limit: number; readonly after?: string | null }): Promise<ParkedPage>
  show(consumer: string, stream: string): Promise<ParkedStream | null>
  /** Has the running service try the stream again, and says what came of it. Works from any process. */
  retry(consumer: string, stream: string): Promise<RetryOutcome>
}

export interface ParkingOptions {
  readonly connection: Connection
  readonly context: Context
  /** How long `retry` waits for an answer. */
  readonly patienceMs?: number
}

const ANSWER_POLL_MS = 50
const SHOWN_EVENTS = 100

export function createParking({ connection, patienceMs = 15_000 }: ParkingOptions): Parking {
  return {
    async list({ limit, after }) {
      const filter = after ? { head: true, _id: { $gt: after } } : { head: true }
      const found = await parkedOf(connection)
        .find(filter)
        .sort({ _id: 1 })
        .limit(limit + 1)
        .toArray()
      const entries = found.slice(0, limit)
      return { entries: entries.map(shown), next: found.length > limit ? (entries.at(-1)?._id ?? null) : null }
    },
    async show(projection, stream) {
      for (const consumer of await consumersOf(connection, projection)) {
        const parked = await parkedBy(connection, consumer, stream)
        if (parked !== null) return parked
      }
      return null
    },
    async retry(consumer, stream) {
      const id = await requestRetry(connection, consumer, stream)
      const giveUpAt = performance.now() + patienceMs
      while (performance.now() < giveUpAt) {
        const request = await retryRequestsOf(connection).findOne({ _id: id })
        if (request?.outcome) return { status: 'DONE', ...request.outcome }
        await pause(ANSWER_POLL_MS)
      }
      return { status: 'PENDING' }
    },
  }
}

/** What people are shown names the projection, whichever of its builds it is about. */
const shown = (entry: ParkedDocument): ParkedDocument => ({ ...entry, consumer: projectionOf(entry.consumer) })

/** What readers see comes before what catches up. */
async function consumersOf(connection: Connection, projection: string): Promise<readonly string[]> {
  const register = await findRegister(connection, projection)
  const builds = [register?.current, register?.catchingUp].filter((build) => build != null)
  return builds.map((build) => consumerOf(projection, build))
}

async function parkedBy(connection: Connection, consumer: string, stream: string): Promise<ParkedStream | null> {
  const cursor = await cursorsOf(connection).findOne({ _id: cursorId(consumer, stream) })
  const parked = parkedOf(connection).find({ consumer, stream })
  const events = await parked.sort({ version: 1 }).limit(SHOWN_EVENTS).toArray()
  if (events.length === 0) return null
  const { version: appliedVersion = 0, parkedCode: code = null } = cursor ?? {}
  return { consumer: projectionOf(consumer), stream, appliedVersion, code, events: events.map(shown) }
}
