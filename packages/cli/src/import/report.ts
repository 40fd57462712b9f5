import type { Unreadable } from './csv.ts'
import type { RecordKind } from './mapping.ts'

/** What the graph says of one record. */
export interface RecordResult {
  readonly row: number
  readonly key: string
  readonly id: string
  readonly status: 'IMPORTED' | 'ALREADY_PRESENT' | 'UNUSABLE'
  readonly findings: readonly {
    readonly rule: string
    readonly message: { readonly zh: string; readonly en: string }
  }[]
  readonly violations: readonly {
    readonly rule: string
    readonly message: { readonly zh: string; readonly en: string }
    readonly path: readonly string[]
  }[]
}

export interface ListedFinding {
  readonly rule: string
  readonly file: string
  readonly row: number
  readonly key: string
  readonly message: { readonly zh: string; readonly en: string }
}

/** What an import did. Counts only; running totals while it goes on. */
export interface ImportReport {
  /** Data rows read, joined files included. */
  readonly rows: number
  readonly imported: number
  readonly alreadyPresent: number
  /** Rows that repeat a record of the same run. */
  readonly repeated: number
  readonly byKind: Readonly<Record<string, { readonly imported: number; readonly alreadyPresent: number }>>
  /** Records that break a rule, by rule id; a record counts once per rule. */
  readonly findings: Readonly<Record<string, number>>
  readonly listedFindings: readonly ListedFinding[]
  readonly notes: Readonly<Record<string, number>>
  readonly unreadable: readonly Unreadable[]
  readonly isComplete: boolean
  readonly seconds: number
}

export interface ReportBuilder {
  readonly countRows: (rows: number) => void
  readonly countRepeated: () => void
  readonly note: (text: string) => void
  readonly addUnreadable: (problem: Unreadable) => void
  readonly addResult: (kind: RecordKind, file: string, line: number, result: RecordResult) => void
  readonly finish: (isComplete: boolean, seconds: number) => ImportReport
}

export function createReport(): ReportBuilder {
  const counts = { rows: 0, imported: 0, alreadyPresent: 0, repeated: 0 }
  const byKind = new Map<RecordKind, { imported: number; alreadyPresent: number }>()
  const findings: Record<string, number> = {}
  const notes: Record<string, number> = {}
  const listedFindings: ListedFinding[] = []
  const unreadable: Unreadable[] = []

  function addResult(kind: RecordKind, file: string, line: number, result: RecordResult): void {
    const ofKind = byKind.getOrInsert(kind, { imported: 0, alreadyPresent: 0 })
    if (result.status === 'UNUSABLE') unreadable.push(...unusable(file, line, result))
    if (result.status === 'IMPORTED') ofKind.imported += 1
    if (result.status === 'ALREADY_PRESENT') ofKind.alreadyPresent += 1
    counts.imported += result.status === 'IMPORTED' ? 1 : 0
    counts.alreadyPresent += result.status === 'ALREADY_PRESENT' ? 1 : 0
    for (const { rule, message } of result.findings) {
      findings[rule] = (findings[rule] ?? 0) + 1
      listedFindings.push({ rule, file, row: result.row, key: result.key, message })
    }
  }

  return {
    countRows: (rows) => {
      counts.rows += rows
    },
    countRepeated: () => {
      counts.repeated += 1
    },
    note: (text) => {
      notes[text] = (notes[text] ?? 0) + 1
    },
    addUnreadable: (problem) => unreadable.push(problem),
    addResult,
    finish: (isComplete, seconds) => ({
      ...counts,
      byKind: Object.fromEntries(byKind),
      findings: sorted(findings),
      listedFindings,
      notes: sorted(notes),
      unreadable,
      isComplete,
      seconds,
    }),
  }
}

function unusable(file: string, line: number, { violations }: RecordResult): readonly Unreadable[] {
  return violations.map(({ rule, message, path }) => ({
    file,
    line,
    column: path.at(-1) ?? null,
    reason: `${rule}: ${message.en}`,
  }))
}

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}
