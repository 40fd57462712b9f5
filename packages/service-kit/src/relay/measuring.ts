import {
  MEASUREMENT_SCHEMA_URI,
  MEASUREMENTS_TOPIC,
  measurementMessage,
  voidMeasurementMessage,
} from '@afterline/events'
import { isShownAlone, type PolicyBook } from '@afterline/rules'
import type { Connection } from 'mongoose'
import { type MeasurementDocument, measurementsOf } from '../bookkeeping/documents.ts'
import {
  type MeasurementChanges,
  measurementChangesOf,
  nextVersion,
  noteChanged,
  notePass,
  openPass,
} from '../bookkeeping/measurement-changes.ts'
import type { KafkaPort, OutgoingMessage } from '../kafka/kafka-port.ts'

export interface MeasuringDeps {
  readonly connection: Connection
  readonly kafka: Pick<KafkaPort, 'publish'>
  readonly policies: PolicyBook
  /** Whoever needs longer than this to publish something may have been overtaken by another relay. */
  readonly leaseMs: number
}

/** Measurements in one step, about: a batch of events changes several times as many as it has events. */
const AT_ONCE = 1_000
const CHANGES_AT_ONCE = 200

/**
 * Publishes measurements that have changed, as they are by now, and where all are to be published the next of these.
 * One process at a time does it. What a relay publishes that was overtaken without noticing may be older than what is on
 * the topic already: it notices by its own clock, and has the same published once more.
 * @returns how many went out; `null` when there was nothing to do
 */
export async function publishMeasurements(deps: MeasuringDeps): Promise<number | null> {
  const changes = await nextChanges(deps.connection)
  if (changes.length > 0) return publishChanged(deps, changes)
  return publishNextOfAll(deps)
}

async function nextChanges(connection: Connection): Promise<readonly MeasurementChanges[]> {
  const found = measurementChangesOf(connection).find({}, { limit: CHANGES_AT_ONCE, readConcern: 'majority' })
  const changes: MeasurementChanges[] = []
  let count = 0
  for await (const change of found) {
    changes.push(change)
    count += change.ids.length
    if (count >= AT_ONCE) break
  }
  return changes
}

async function publishChanged(deps: MeasuringDeps, changes: readonly MeasurementChanges[]): Promise<number> {
  const { connection } = deps
  const ids = [...new Set(changes.flatMap((change) => change.ids))]
  const begun = performance.now()
  // Before the look: what is read under a greater number is never older than what is read under a smaller one.
  const version = await nextVersion(connection)
  const found = await measurementsOf(connection)
    .find({ _id: { $in: ids } }, { readConcern: 'majority' })
    .toArray()
  const known = new Set(found.map(({ _id }) => _id))
  const gone = ids.filter((id) => !known.has(id))
  const messages = [...messagesOf(deps, found, version), ...gone.flatMap((id) => voidMessage(id, version))]
  await publish(deps, messages)
  await measurementChangesOf(connection).deleteMany({ _id: { $in: changes.map(({ _id }) => _id) } })
  if (performance.now() - begun > deps.leaseMs) await noteChanged(connection, ids)
  return messages.length
}

async function publishNextOfAll(deps: MeasuringDeps): Promise<number | null> {
  const { connection } = deps
  const pass = await openPass(connection)
  if (pass === null) return null
  const begun = performance.now()
  const version = await nextVersion(connection)
  const found = await measurementsOf(connection)
    .find({ _id: { $gt: pass.after } }, { sort: { _id: 1 }, limit: AT_ONCE, readConcern: 'majority' })
    .toArray()
  await publish(deps, messagesOf(deps, found, version))
  if (performance.now() - begun > deps.leaseMs && found.length > 0) {
    await noteChanged(
      connection,
      found.map(({ _id }) => _id),
    )
  }
  await notePass(connection, pass, { after: found.at(-1)?._id ?? pass.after, isDone: found.length < AT_ONCE })
  return found.length
}

function messagesOf(
  { policies }: MeasuringDeps,
  measurements: readonly MeasurementDocument[],
  version: number,
): readonly OutgoingMessage[] {
  return measurements.filter(isShownAlone).map((measurement) => {
    return message(measurement._id, measurementMessage(measurement, version, policies))
  })
}

function voidMessage(id: string, version: number): readonly OutgoingMessage[] {
  const value = voidMeasurementMessage(id, version)
  return value === null || !isShownAlone(value) ? [] : [message(id, value)]
}

function message(key: string, value: object): OutgoingMessage {
  const headers = { 'content-type': 'application/json', dataschema: MEASUREMENT_SCHEMA_URI }
  return { key, value: JSON.stringify(value), headers }
}

async function publish({ kafka }: MeasuringDeps, messages: readonly OutgoingMessage[]): Promise<void> {
  if (messages.length > 0) await kafka.publish(MEASUREMENTS_TOPIC, messages)
}
