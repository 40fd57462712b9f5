import { type GraphClient, GraphError } from '../graph-client.ts'
import type { Mapping, RecordMapping } from './mapping.ts'
import { type Batch, type Besides, besidesCheck, besidesImport, sentOf } from './presumed.ts'
import { importDocument, type RecordKindDefinition, recordKinds } from './record-kinds.ts'
import type { RecordResult, Tally } from './report.ts'
import { leaveOut } from './row-fates.ts'
import type { Fate, RowNote, StagedRecord, Staging } from './staging.ts'

/** Small enough for one request body, large enough that the request costs less than the records. */
const BATCH_SIZE = 50
/** Batches under way at once: the services import a batch's records side by side themselves. */
const PARALLEL_BATCHES = 2
/** Of a check one after the other: a batch is judged by what became of those before it. */
const CHECKED_BATCHES = 1
/** What the graph says of input that no service can read. Some record of the batch is to blame for it. */
const INPUT_CODES: readonly string[] = ['INPUT_INVALID', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']

export interface Progress {
  readonly start: (kind: string, records: number) => void
  readonly advance: (records: number) => void
  readonly end: () => void
}

export interface Sending {
  readonly mapping: Mapping
  readonly staging: Staging
  readonly graph: GraphClient
  readonly progress: Progress
  readonly tally: Tally
  /** Whether the graph is only asked what would become of the records. */
  readonly isCheck: boolean
  /** Ends the import after the batches under way; running it again goes on from there. */
  readonly signal: AbortSignal
}

/** Sends the records of one mapping, and settles what became of them. @throws what the graph throws */
export async function sendRecords(sending: Sending, index: number, found: string): Promise<void> {
  const { mapping, staging, progress, signal, isCheck } = sending
  const record = mapping.records[index]
  if (record === undefined) return
  progress.start(record.kind, staging.countRecords(index))
  const underway = new Set<Promise<void>>()
  let failure: unknown = null
  for (const batch of batchesOf(staging.recordsOf(index))) {
    const sent = sendBatch(sending, record, found, batch)
      .catch((error: unknown) => {
        failure ??= error
      })
      .finally(() => underway.delete(sent))
    underway.add(sent)
    if (underway.size >= (isCheck ? CHECKED_BATCHES : PARALLEL_BATCHES)) await Promise.race(underway)
    if (failure !== null || signal.aborted) break
  }
  await Promise.all(underway)
  progress.end()
  if (failure !== null) throw failure
}

function* batchesOf(records: Iterable<StagedRecord>): Generator<readonly StagedRecord[]> {
  let batch: StagedRecord[] = []
  for (const record of records) {
    batch.push(record)
    if (batch.length < BATCH_SIZE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function sendBatch(
  sending: Sending,
  record: RecordMapping,
  found: string,
  records: readonly StagedRecord[],
): Promise<void> {
  const { isCheck, staging } = sending
  const asking = { sending, record, found }
  const batch: Batch = { kind: record.kind, records, twins: [] }
  const first = await resultsOf(asking, batch)
  const twins = isCheck ? staging.foreseenWith(record.kind, first.flatMap(tagsOf)) : []
  const results = twins.length === 0 ? first : await resultsOf(asking, { ...batch, twins })
  for (const { sent, result } of results) settle(sending, record, sent, result)
  sending.progress.advance(records.length)
}

/** Of a record that is there already the graph knows its values by itself. */
function tagsOf({ result }: Sent): readonly string[] {
  return result instanceof GraphError || result.status !== 'IMPORTED' ? [] : result.uniqueValues
}

interface Asking {
  readonly sending: Sending
  readonly record: RecordMapping
  readonly found: string
}

interface Sent {
  readonly sent: StagedRecord
  readonly result: RecordResult | GraphError
}

/** A batch that cannot be read is sent in halves, until the record stands alone that is to blame. */
async function resultsOf(asking: Asking, batch: Batch): Promise<readonly Sent[]> {
  const { isCheck, staging, tally } = asking.sending
  const besides = isCheck ? besidesCheck(batch, staging, tally) : besidesImport(batch, staging)
  if (besides.isTooMuch && batch.records.length > 1) return resultsOfHalves(asking, batch)
  try {
    return await resultsOfOne(asking, batch.records, besides.input)
  } catch (error) {
    if (!(error instanceof GraphError) || !INPUT_CODES.includes(error.code)) throw error
    const [first] = batch.records
    if (first === undefined) return []
    return batch.records.length === 1 ? [{ sent: first, result: error }] : resultsOfHalves(asking, batch)
  }
}

async function resultsOfHalves(asking: Asking, batch: Batch): Promise<readonly Sent[]> {
  const middle = Math.ceil(batch.records.length / 2)
  const results: Sent[] = []
  for (const records of [batch.records.slice(0, middle), batch.records.slice(middle)]) {
    results.push(...(await resultsOf(asking, { ...batch, records })))
  }
  return results
}

async function resultsOfOne(
  { sending: { graph, mapping }, record, found }: Asking,
  batch: readonly StagedRecord[],
  besides: Besides['input'],
): Promise<readonly Sent[]> {
  const definition: RecordKindDefinition = recordKinds[record.kind]
  const input = { source: { system: mapping.system, file: found }, records: batch.map(sentOf), ...besides }
  const answer = await graph.query<Record<string, { results: readonly RecordResult[] }>>(importDocument(definition), {
    input,
  })
  const results = new Map(answer[definition.mutation]?.results.map((result) => [result.row, result]))
  return batch.map((sent) => {
    const result = results.get(sent.row.row)
    if (result === undefined) throw new GraphError('UNKNOWN', `the graph says nothing of ${sent.key}`, null)
    return { sent, result }
  })
}

function settle(
  { staging, tally, isCheck }: Sending,
  { kind }: RecordMapping,
  sent: StagedRecord,
  result: Sent['result'],
): void {
  const fate = result instanceof GraphError ? 'LEFT_OUT' : FATES[result.status]
  const { lines, joined } = staging.partsOf(sent)
  const { row, key } = sent
  const notes = notesOf(result)
  if (fate === 'LEFT_OUT') leaveOut(staging, { row, lines, key, notes })
  else for (const own of [row, ...lines]) staging.settle(own, { fate, key, notes })
  for (const part of joined) staging.settle(part, { fate, isJoined: true, notes })
  if (isCheck && fate === 'IMPORTED') staging.markForeseen(kind, sent, tagsOf({ sent, result }))
  else if (fate !== 'LEFT_OUT') staging.markRecorded(kind, key)
  tally.count(kind, fate, fate === 'LEFT_OUT' ? null : sent.status)
  if (!(result instanceof GraphError)) tally.addFindings(sent, result.findings)
}

const FATES = {
  IMPORTED: 'IMPORTED',
  ALREADY_PRESENT: 'UNCHANGED',
  CORRECTED: 'CORRECTED',
  DIFFERENT: 'LEFT_OUT',
  UNUSABLE: 'LEFT_OUT',
} as const satisfies Record<RecordResult['status'], Fate>

function notesOf(result: Sent['result']): readonly RowNote[] {
  if (result instanceof GraphError) return [{ column: null, reason: result.message }]
  const { violations, changes, status } = result
  const told = status === 'DIFFERENT' ? 'differs from what is stored, and cannot be changed: ' : ''
  return [
    ...violations.map(({ rule, message, path }) => ({ column: path.at(-1) ?? null, reason: `${rule}: ${message.en}` })),
    ...changes.map(({ field, before, after }) => ({
      column: field,
      reason: `${told}it was ${valueText(before)}, and is ${valueText(after)} now`,
    })),
  ]
}

const valueText = (value: string | null) => (value === null ? 'nothing that is shown' : `'${value}'`)
