import { type GraphClient, GraphError } from '../graph-client.ts'
import type { Mapping, RecordMapping } from './mapping.ts'
import { importDocument, type RecordKindDefinition, recordKinds } from './record-kinds.ts'
import type { RecordResult, Tally } from './report.ts'
import { leaveOut } from './row-fates.ts'
import type { Fate, RowNote, StagedRecord, Staging } from './staging.ts'

/** Small enough for one request body, large enough that the request costs less than the records. */
const BATCH_SIZE = 50
/** Batches under way at once: the services import a batch's records side by side themselves. */
const PARALLEL_BATCHES = 2
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
  /** Ends the import after the batches under way; running it again goes on from there. */
  readonly signal: AbortSignal
}

/** Sends the records of one mapping, and settles what became of them. @throws what the graph throws */
export async function sendRecords(sending: Sending, index: number, found: string): Promise<void> {
  const { mapping, staging, progress, signal } = sending
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
    if (underway.size >= PARALLEL_BATCHES) await Promise.race(underway)
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
  batch: readonly StagedRecord[],
): Promise<void> {
  for (const { sent, result } of await resultsOf(sending, record, found, batch)) settle(sending, record, sent, result)
  sending.progress.advance(batch.length)
}

interface Sent {
  readonly sent: StagedRecord
  readonly result: RecordResult | GraphError
}

/** A batch that cannot be read is sent in halves, until the record stands alone that is to blame. */
async function resultsOf(
  sending: Sending,
  record: RecordMapping,
  found: string,
  batch: readonly StagedRecord[],
): Promise<readonly Sent[]> {
  try {
    return await resultsOfOne(sending, record, found, batch)
  } catch (error) {
    if (!(error instanceof GraphError) || !INPUT_CODES.includes(error.code)) throw error
    const [first] = batch
    if (first === undefined) return []
    if (batch.length === 1) return [{ sent: first, result: error }]
    const middle = Math.ceil(batch.length / 2)
    const halves = [batch.slice(0, middle), batch.slice(middle)]
    const results: Sent[] = []
    for (const half of halves) results.push(...(await resultsOf(sending, record, found, half)))
    return results
  }
}

async function resultsOfOne(
  { graph, mapping: { system }, staging }: Sending,
  record: RecordMapping,
  found: string,
  batch: readonly StagedRecord[],
): Promise<readonly Sent[]> {
  const definition: RecordKindDefinition = recordKinds[record.kind]
  const records = batch.map(({ row, input }) => ({ row: row.row, ...input }))
  const input = {
    source: { system, file: found },
    records,
    ...(record.kind === 'order' ? waitingFor(batch, staging) : {}),
  }
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

/** Orders are judged by their customers' files, which other services get to know a moment later than they are recorded. */
function waitingFor(batch: readonly StagedRecord[], staging: Staging) {
  const keys = new Set(batch.map(({ input }) => String(input['customerKey'])))
  return { recordedCustomers: [...keys].filter((key) => staging.isRecorded('customer', key)) }
}

function settle(
  { staging, tally }: Sending,
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
  if (fate !== 'LEFT_OUT') staging.markRecorded(kind, key)
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
