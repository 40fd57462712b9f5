import { type GraphClient, GraphError, textOfError } from '../graph-client.ts'
import { bookReturns } from './book-returns.ts'
import type { FileProblem } from './file-problem.ts'
import { makeRecords } from './make-records.ts'
import type { Mapping } from './mapping.ts'
import { createTally, type ImportReport, reportOf, type Tally } from './report.ts'
import { resolveRepeats } from './resolve-repeats.ts'
import { type Progress, sendRecords } from './send-records.ts'
import { type StagedFile, stageFiles } from './stage-files.ts'
import { openStaging, type RowNote, type Staging } from './staging.ts'

export interface ImportOptions {
  readonly folder: string
  readonly mapping: Mapping
  /** `null` for a check without a running instance. */
  readonly graph: GraphClient | null
  /** Whether nothing is to be written. */
  readonly isCheck: boolean
  readonly progress: Progress
  /** Ends the import after the batches under way; running it again goes on from there. */
  readonly signal: AbortSignal
}

/**
 * Imports a folder of files as history. All of them are read, and all records made, before the first one is written. Every
 * record's id follows from the mapping's system and the record's key, and a record is written whole or not at all; so an
 * import that was interrupted anywhere is simply run again.
 */
export async function importFolder(options: ImportOptions): Promise<ImportReport> {
  const { folder, mapping, graph } = options
  const startedAt = performance.now()
  using staging = openStaging()
  const tally = createTally()
  const { files, refused } = await stageFiles(folder, mapping, staging)
  const ending = { failure: null as string | null }
  if (refused.length === 0) {
    for (const index of mapping.records.keys()) makeRecords(mapping, index, staging)
    resolveRepeats(mapping, staging)
    bookReturns(staging)
    settleOrphans(mapping, staging)
    if (graph === null) settleChecked(mapping, staging, tally)
    else ending.failure = await send({ ...options, graph }, staging, files, tally)
  }
  settleRest(files, refused, ending.failure, staging)
  const isComplete = refused.length === 0 && ending.failure === null && !options.signal.aborted
  const seconds = (performance.now() - startedAt) / 1000
  return reportOf({
    staging,
    files,
    refused,
    tally,
    ending: { ...ending, isCheck: options.isCheck, isAsked: graph !== null, isComplete, seconds },
  })
}

/** @returns why it could not be ended */
async function send(
  options: ImportOptions & { readonly graph: GraphClient },
  staging: Staging,
  files: readonly StagedFile[],
  tally: Tally,
): Promise<string | null> {
  const { mapping } = options
  for (const [index, { file }] of mapping.records.entries()) {
    if (options.signal.aborted) break
    const found = files.find(({ name }) => name === file)?.found ?? file
    try {
      await sendRecords({ ...options, staging, tally }, index, found)
    } catch (error) {
      if (!(error instanceof GraphError)) throw error
      return textOfError(error)
    }
  }
  return null
}

/** Rows that no record is made of: lines of orders that are not there, and what nobody joins. */
function settleOrphans(mapping: Mapping, staging: Staging): void {
  for (const { lines, file: of } of mapping.records) {
    if (lines === undefined) continue
    for (const row of staging.unusedRows(lines.file)) {
      const reason = `there is no row of ${of} for '${row.cells[lines.on] ?? ''}' that can be read`
      staging.settle(row, { fate: 'LEFT_OUT', notes: [{ column: lines.on, reason }] })
    }
  }
  const notes: readonly RowNote[] = [{ column: null, reason: 'no record that can be imported refers to it' }]
  for (const { joins } of mapping.records) {
    for (const { file } of Object.values(joins)) {
      for (const row of staging.unusedRows(file)) staging.settle(row, { fate: 'SKIPPED', notes })
    }
  }
}

/** Without a graph to be asked, what would be sent counts as imported. */
function settleChecked(mapping: Mapping, staging: Staging, tally: Tally): void {
  for (const [index, { kind }] of mapping.records.entries()) {
    for (const record of staging.recordsOf(index)) {
      const { lines, joined } = staging.partsOf(record)
      for (const row of [record.row, ...lines]) staging.settle(row, { fate: 'IMPORTED', key: record.key })
      for (const row of joined) staging.settle(row, { fate: 'IMPORTED', isJoined: true })
      tally.count(kind, 'IMPORTED', record.status)
    }
  }
}

function settleRest(
  files: readonly StagedFile[],
  refused: readonly FileProblem[],
  failure: string | null,
  staging: Staging,
): void {
  const reason =
    refused.length > 0
      ? `nothing is imported, because ${refused.map(({ file }) => file).join(', ')} cannot be read`
      : failure === null
        ? 'not reached: the import was interrupted'
        : 'not reached: the import could not go on'
  for (const { name } of files) {
    for (const row of staging.unsettledRows(name)) {
      staging.settle(row, { fate: 'LEFT_OUT', notes: [{ column: null, reason }] })
    }
  }
}
