import { randomUUID } from 'node:crypto'

const ENTRY_FIELDS = ['idempotencyKey', 'expectedVersion', 'occurredAt', 'backdatedBecause', 'after'] as const

/** The two arguments of a mutation out of one object, as tests write it: under a new key, unless it names one. */
export function entryAndInput(values: Readonly<Record<string, unknown>>): {
  readonly entry: Readonly<Record<string, unknown>>
  readonly input: Readonly<Record<string, unknown>>
} {
  const isOfEntry = ([field]: readonly [string, unknown]) => ENTRY_FIELDS.some((name) => name === field)
  const fields = Object.entries(values)
  return {
    entry: { idempotencyKey: randomUUID(), ...Object.fromEntries(fields.filter(isOfEntry)) },
    input: Object.fromEntries(fields.filter((field) => !isOfEntry(field))),
  }
}
