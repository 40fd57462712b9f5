import type { FileProblem } from './file-problem.ts'
import type { RecordKind } from './mapping.ts'
import type { StagedFile } from './stage-files.ts'
import { type Fate, fates, type RowNote, type SettledRow, type StagedRecord, type Staging } from './staging.ts'
import type { TableForm } from './table-file.ts'

interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** What the graph says of one record. */
export interface RecordResult {
  readonly row: number
  readonly key: string
  readonly id: string
  readonly status: 'IMPORTED' | 'ALREADY_PRESENT' | 'CORRECTED' | 'DIFFERENT' | 'UNUSABLE'
  readonly findings: readonly { readonly rule: string; readonly message: Bilingual }[]
  readonly violations: readonly {
    readonly rule: string
    readonly message: Bilingual
    readonly path: readonly string[]
  }[]
  readonly changes: readonly {
    readonly field: string
    readonly before: string | null
    readonly after: string | null
  }[]
  /** Of a check: tags of what only one record may have. */
  readonly uniqueValues: readonly string[]
}

/** How many rows (or records) became what. Their sum is all that there are. */
export interface FateCounts {
  readonly imported: number
  readonly corrected: number
  readonly unchanged: number
  readonly leftOut: number
  readonly skipped: number
}

/** A row that became nothing, or something else than it was, and why. */
export interface ListedRow {
  readonly file: string
  readonly line: number
  readonly row: number
  readonly key: string | null
  readonly notes: readonly RowNote[]
}

export interface ListedFinding {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly row: number
  readonly key: string
  readonly message: Bilingual
}

/** What an import did, or would do. Every row of every file is counted once; `rows` is their number. */
export interface ImportReport extends FateCounts {
  readonly rows: number
  readonly files: Readonly<Record<string, FateCounts & { readonly rows: number } & Partial<TableForm>>>
  /** Of records, by kind: a record may be made of many rows. */
  readonly records: Readonly<Partial<Record<RecordKind, FateCounts>>>
  readonly leftOutRows: readonly ListedRow[]
  readonly skippedRows: readonly ListedRow[]
  readonly correctedRows: readonly ListedRow[]
  /** Records that break a rule, by rule id; a record counts once per rule. */
  readonly findings: Readonly<Record<string, number>>
  readonly listedFindings: readonly ListedFinding[]
  readonly statuses: Readonly<Record<string, number>>
  /** Files that cannot be read. With any, nothing is imported. */
  readonly refusedFiles: readonly { readonly file: string; readonly line: number | null; readonly reason: string }[]
  /** Whether nothing was written, because only the check was asked for. */
  readonly isCheck: boolean
  /** Whether a running instance has said what became, or would become, of the records: without it nobody knows what is there. */
  readonly isAsked: boolean
  /** Of a check, by kind: records of these files by which others were judged as if they were there already. */
  readonly presumed: Readonly<Partial<Record<RecordKind, number>>>
  readonly isComplete: boolean
  /** Why it could not go on. */
  readonly failure: string | null
  readonly seconds: number
}

/** What is counted while records are sent; everything about rows stands in the staging. */
export interface Tally {
  readonly count: (kind: RecordKind, fate: Fate, status: string | null) => void
  readonly addFindings: (record: StagedRecord, findings: RecordResult['findings']) => void
  readonly presume: (kind: RecordKind, records: readonly Pick<StagedRecord, 'key'>[]) => void
  readonly result: () => Pick<ImportReport, 'records' | 'findings' | 'listedFindings' | 'statuses' | 'presumed'>
}

const NAMES = {
  IMPORTED: 'imported',
  CORRECTED: 'corrected',
  UNCHANGED: 'unchanged',
  LEFT_OUT: 'leftOut',
  SKIPPED: 'skipped',
} as const satisfies Readonly<Record<Fate, keyof FateCounts>>

type Counts = { -readonly [Name in keyof FateCounts]: number }
const none = (): Counts => ({ imported: 0, corrected: 0, unchanged: 0, leftOut: 0, skipped: 0 })

export function createTally(): Tally {
  const records = new Map<RecordKind, Counts>()
  const findings: Record<string, number> = {}
  const statuses: Record<string, number> = {}
  const listedFindings: ListedFinding[] = []
  const presumed = new Map<RecordKind, Set<string>>()
  return {
    presume: (kind, presumable) => {
      for (const { key } of presumable) presumed.getOrInsertComputed(kind, () => new Set()).add(key)
    },
    count: (kind, fate, status) => {
      records.getOrInsertComputed(kind, none)[NAMES[fate]] += 1
      if (status !== null) statuses[status] = (statuses[status] ?? 0) + 1
    },
    addFindings: ({ key, row: { file, line, row } }, found) => {
      for (const { rule, message } of found) {
        findings[rule] = (findings[rule] ?? 0) + 1
        listedFindings.push({ rule, file, line, row, key, message })
      }
    },
    result: () => ({
      records: Object.fromEntries(records),
      findings: sorted(findings),
      listedFindings,
      statuses: sorted(statuses),
      presumed: Object.fromEntries([...presumed].map(([kind, keys]) => [kind, keys.size])),
    }),
  }
}

export interface ReportParts {
  readonly staging: Staging
  readonly files: readonly StagedFile[]
  readonly refused: readonly FileProblem[]
  readonly tally: Tally
  readonly ending: Pick<ImportReport, 'isCheck' | 'isAsked' | 'isComplete' | 'failure' | 'seconds'>
}

/** Made of the staging alone, so that a row is counted because it is there, and not because somebody thought of it. */
export function reportOf({ staging, files, refused, tally, ending }: ReportParts): ImportReport {
  const total = none()
  const byFile = new Map(files.map(({ name }) => [name, none()]))
  for (const { file, fate, rows } of staging.counts()) {
    total[NAMES[fate]] += rows
    byFile.getOrInsertComputed(file, none)[NAMES[fate]] += rows
  }
  const listed = (fate: Fate) => Array.from(staging.settledRows(fate), listedRow)
  return {
    rows: sumOf(total),
    ...total,
    files: Object.fromEntries(
      files.map(({ name, form }) => {
        const counts = byFile.get(name) ?? none()
        return [name, { rows: sumOf(counts), ...counts, ...form }]
      }),
    ),
    ...tally.result(),
    leftOutRows: listed('LEFT_OUT'),
    skippedRows: listed('SKIPPED'),
    correctedRows: listed('CORRECTED'),
    refusedFiles: refused.map(({ file, line, reason }) => ({ file, line, reason })),
    ...ending,
  }
}

function listedRow({ file, line, row, key, notes }: SettledRow): ListedRow {
  return { file, line, row, key, notes }
}

const sumOf = (counts: FateCounts) => fates.reduce((sum, fate) => sum + counts[NAMES[fate]], 0)

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}
