import { eventRegistry, type MeasurementMessage, type StoredEvent } from '@afterline/events'
import type { Columns, Row } from './parquet-table.ts'

/** Of events: the envelope in columns, what was told as JSON. */
export const EVENT_COLUMNS = {
  context: 'TEXT',
  category: 'TEXT',
  stream: 'TEXT',
  stream_version: 'INTEGER',
  id: 'TEXT',
  type: 'TEXT',
  schema_version: 'INTEGER',
  occurred_at: 'INSTANT',
  recorded_at: 'INSTANT',
  actor_id: 'TEXT',
  actor_role: 'TEXT',
  correlation_id: 'TEXT',
  causation_id: 'TEXT',
  policy_version: 'TEXT',
  backdated_because: 'TEXT',
  data: 'JSON',
} as const satisfies Columns

/** Text about persons is in no row: it would be ciphertext, and once a person is erased it is nobody's to have. */
export function eventRow(context: string, event: StoredEvent): Row<typeof EVENT_COLUMNS> {
  const personal = new Set(eventRegistry.personalFieldsOf(event.type, event.schemaVersion))
  const data = Object.fromEntries(Object.entries(event.data as object).filter(([name]) => !personal.has(name)))
  return {
    context,
    category: event.stream.slice(0, event.stream.indexOf('-')),
    stream: event.stream,
    stream_version: event.version,
    id: event.id,
    type: event.type,
    schema_version: event.schemaVersion,
    occurred_at: event.occurredAt,
    recorded_at: event.recordedAt,
    actor_id: event.actor.id,
    actor_role: event.actor.role,
    correlation_id: event.correlationId,
    causation_id: event.causationId,
    policy_version: event.policyVersion,
    backdated_because: event.backdatedBecause,
    data,
  }
}

/** Of measurements: what the topic tells, by the names that SQL likes. */
export const MEASUREMENT_COLUMNS = {
  id: 'TEXT',
  kpi: 'TEXT',
  part: 'TEXT',
  is_of_whole: 'BOOLEAN',
  figure: 'TEXT',
  counted_in: 'TEXT',
  currency: 'TEXT',
  stream: 'TEXT',
  item: 'TEXT',
  scopes: 'TEXTS',
  counts_at: 'INSTANT',
  counted_on: 'DAY',
  since: 'INSTANT',
  due_at: 'INSTANT',
  achieved_at: 'INSTANT',
  steps: 'JSON',
  numerator: 'INTEGER',
  denominator: 'INTEGER',
  settled_at: 'INSTANT',
  duration_bin: 'INTEGER',
  duration_millis: 'NUMBER',
  policy_version: 'TEXT',
} as const satisfies Columns

export function measurementRow(message: MeasurementMessage): Row<typeof MEASUREMENT_COLUMNS> {
  const { id, kpi, part, figure, currency, stream, item, scopes, since, steps, numerator, denominator } = message
  return {
    ...{ id, kpi, part, figure, currency, stream, item, scopes, since, steps, numerator, denominator },
    is_of_whole: message.isOfWhole,
    counted_in: message.countedIn,
    counts_at: message.countsAt,
    counted_on: message.countedOn,
    due_at: message.dueAt,
    achieved_at: message.achievedAt,
    settled_at: message.settledAt,
    duration_bin: message.duration?.bin,
    duration_millis: message.duration?.millis,
    policy_version: message.policyVersion,
  }
}
