import { type DomainEvent, type StoredEvent, type StoredEventOf, streamEvents } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { Command, HistoryChange, HistoryRequest } from '../interfaces.ts'
import type { StoreDeps } from './store-deps.ts'
import { toldDifferences } from './told-differences.ts'

/* What a record tells, held against what the same system told of it before. */

/** What the record would be if it was told for the first time, with the command that tells of each event. */
export interface ToldEvent<Cmd> {
  readonly command: Cmd
  readonly event: DomainEvent
  readonly at: Instant
}

const ofTheStore: ReadonlySet<string> = new Set(streamEvents.map(({ type }) => type))

/** What the same system told of the record: what happened here since is nothing that it could take back. */
export function ownEvents(events: readonly StoredEvent[], { backdatedBecause }: HistoryRequest<Command>) {
  return events.filter((event) => event.backdatedBecause === backdatedBecause)
}

/** Personal text is ciphertext, which is another each time; of an erased person it is gone, and not compared. */
export async function readable(deps: StoreDeps, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  return Promise.all(
    events.map(async (event) => {
      const personal = personalFieldsOf(deps, event)
      if (personal.length === 0) return event
      // Events that have personal fields have objects as data.
      const fields = Object.entries(event.data as Readonly<Record<string, unknown>>)
      const read = await Promise.all(
        fields.map(async ([name, value]): Promise<readonly (readonly [string, unknown])[]> => {
          if (typeof value !== 'string' || !personal.includes(name)) return [[name, value]]
          const text = await deps.cipher.decrypt(value)
          return text === null ? [] : [[name, text]]
        }),
      )
      return { ...event, data: Object.fromEntries(read.flat()) }
    }),
  )
}

function personalFieldsOf({ registry }: Pick<StoreDeps, 'registry'>, { type, schemaVersion }: StoredEvent) {
  return registry.personalFieldsOf(type, schemaVersion)
}

export function withoutPersonalText(
  deps: StoreDeps,
  own: readonly StoredEvent[],
  change: HistoryChange,
): HistoryChange {
  const isPersonal = own.some((event) => personalFieldsOf(deps, event).includes(change.field))
  return isPersonal ? { field: change.field, before: null, after: null } : change
}

export interface Compared<Cmd> {
  /** Commands that tell of steps which were not told before, and the steps. */
  readonly missing: readonly Cmd[]
  readonly added: readonly HistoryChange[]
  /** What is told otherwise, or no more. */
  readonly changed: readonly HistoryChange[]
}

export function compare<Cmd extends Command>(
  told: readonly ToldEvent<Cmd>[],
  own: readonly StoredEvent[],
  { isUndated = false }: HistoryRequest<Cmd>,
): Compared<Cmd> {
  const left = own.filter(({ type }) => !ofTheStore.has(type))
  const missing = new Set<Cmd>()
  const added: HistoryChange[] = []
  const changed: HistoryChange[] = []
  for (const { command, event, at } of told) {
    const index = left.findIndex(({ type }) => type === event.type)
    const [stored] = index < 0 ? [] : left.splice(index, 1)
    if (stored === undefined) {
      missing.add(command)
      added.push({ field: event.type, before: null, after: at })
      continue
    }
    if (!isUndated && stored.occurredAt !== at)
      changed.push({ field: event.type, before: stored.occurredAt, after: at })
    changed.push(...toldDifferences(command.data, event.data, stored.data))
  }
  const corrected = new Map(correctionsIn(own).map(({ field, after }) => [field, after]))
  const untold = left.filter((event) => !isOfCorrectedField(event, own))
  return {
    missing: [...missing],
    added,
    changed: [
      ...changed.filter(({ field, after }) => corrected.get(field) !== after),
      ...untold.map(({ type, occurredAt }) => ({ field: type, before: occurredAt, after: null })),
    ],
  }
}

/** What was corrected before, the latest last. */
export function correctionsIn(events: readonly StoredEvent[]): readonly HistoryChange[] {
  return events.filter(isCorrection).flatMap(({ data }) => data.changes)
}

/** A stored event keeps its type's contract: it was checked before it was appended. */
function isCorrection(event: StoredEvent): event is StoredEventOf<'RecordCorrected'> {
  return event.type === 'RecordCorrected'
}

/** Whether the event carries out that a field was told otherwise; it is no step that the record tells of. */
function isOfCorrectedField({ type, correlationId }: StoredEvent, own: readonly StoredEvent[]): boolean {
  const together = own.filter((event) => event.correlationId === correlationId)
  return together.some(isCorrection) && !correctionsIn(together).some(({ field }) => field === type)
}
