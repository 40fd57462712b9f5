import type { Mapping, RecordKind } from './mapping.ts'
import { leaveOut, placeOf } from './row-fates.ts'
import type { StagedRecord, Staging } from './staging.ts'

/**
 * Sees to the rows that bear one key. The same content again repeats the first. Other content leaves nobody knowing which
 * is right: none of them is imported, and all are listed, unless the mapping says that the first counts.
 */
export function resolveRepeats(mapping: Mapping, staging: Staging): void {
  for (const kind of new Set(mapping.records.map((record) => record.kind))) {
    for (const key of staging.repeatedKeys(kind)) resolveKey(mapping, kind, key, staging)
  }
}

function resolveKey(mapping: Mapping, kind: RecordKind, key: string, staging: Staging): void {
  const [first, ...others] = staging.recordsByKey(kind, key)
  if (first === undefined) return
  const content = JSON.stringify(first.input)
  const isContradicted = others.some(({ input, mapping: index }) => {
    return JSON.stringify(input) !== content && mapping.records[index]?.repeats !== 'first'
  })
  if (isContradicted) leaveOutAll([first, ...others], key, staging)
  else for (const other of others) skip(other, first, key, staging)
}

function skip(other: StagedRecord, first: StagedRecord, key: string, staging: Staging): void {
  const isSame = JSON.stringify(other.input) === JSON.stringify(first.input)
  const reason = isSame ? `repeats ${placeOf(first.row)}` : `has the key of ${placeOf(first.row)}, which counts`
  staging.settle(other.row, { fate: 'SKIPPED', key, notes: [{ column: null, reason }] })
  staging.dropRecord(other)
}

function leaveOutAll(records: readonly StagedRecord[], key: string, staging: Staging): void {
  const places = records.map(({ row }) => placeOf(row)).join(', ')
  const reason = `the rows ${places} have one key and differ in ${differencesOf(records).join(', ')}`
  for (const record of records) {
    const { lines } = staging.partsOf(record)
    leaveOut(staging, { row: record.row, lines, key, notes: [{ column: null, reason }] })
    staging.dropRecord(record)
  }
}

function differencesOf(records: readonly StagedRecord[]): readonly string[] {
  const names = new Set(records.flatMap(({ input }) => Object.keys(input)))
  return [...names].filter((name) => new Set(records.map(({ input }) => JSON.stringify(input[name]))).size > 1)
}
