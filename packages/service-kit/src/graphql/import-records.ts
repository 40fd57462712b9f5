import { createHash } from 'node:crypto'
import { type Actor, type DomainEvent, type EventProblem, problemsOfTexts } from '@afterline/events'
import { RulesError, type Violation } from '@afterline/rules'
import { ownValuesOf } from '../aggregate/unique.ts'
import type {
  AggregateDocument,
  Command,
  Finding,
  HistoryAnswer,
  HistoryChange,
  HistoryRequest,
  Rehearsal,
  Repository,
} from '../interfaces.ts'
import { ServiceError, storedAggregateOf } from '../store/index.ts'
import type { RequestContext } from './request-context.ts'
import { requestError } from './request-error.ts'

/** Where a batch of records comes from. */
export interface ImportSource {
  readonly system: string
  readonly file: string
}

/** One record of another system as the commands that it tells of, in time order. */
export interface ToldRecord<Cmd extends Command> {
  readonly row: number
  /** Its key in the other system. */
  readonly key: string
  /** Its id here; follows from system and key, so that a repeated import finds it. */
  readonly id: string
  readonly commands: readonly Cmd[]
  /** Why it cannot be told at all; then nothing of it is kept. */
  readonly violations: readonly Violation[]
  readonly isUndated?: HistoryRequest<Cmd>['isUndated']
  readonly corrections?: HistoryRequest<Cmd>['corrections']
}

export interface ImportedRecord {
  readonly row: number
  readonly key: string
  readonly id: string
  readonly status: 'IMPORTED' | 'ALREADY_PRESENT' | 'CORRECTED' | 'DIFFERENT' | 'UNUSABLE'
  readonly findings: readonly Finding[]
  readonly violations: readonly Violation[]
  readonly changes: readonly HistoryChange[]
  /** Of a check: what only one record may have and this one would have, each as a tag. */
  readonly uniqueValues: readonly string[]
}

export interface ImportBatch<Sent> {
  readonly source: ImportSource
  /** As the caller sent them: also what is only made into an id must be text that can be kept. */
  readonly records: readonly Sent[]
  /** Of a check, of which nothing is kept: puts there what is taken to be there by then. `null` where records are imported. */
  readonly presume: Presume | null
}

export type Presume = (rehearsal: Rehearsal) => Promise<void>

const MOST_RECORDS = 200
/** The lines of so many orders name many products. */
const MOST_PRESUMED = 1000
/** So many records are one transaction: few round trips, and short enough that nobody waits for it. */
const TOGETHER = 50
const statuses = {
  imported: 'IMPORTED',
  alreadyPresent: 'ALREADY_PRESENT',
  corrected: 'CORRECTED',
  different: 'DIFFERENT',
} as const

/** Who imports: the caller, always in the role that may. */
export function importingActor({ principal }: RequestContext): Actor {
  return { id: principal.id, role: 'OPERATOR' }
}

/**
 * Imports a batch of history, each record whole or not at all, many in one transaction; or tells what would become of it. A
 * record that cannot be read keeps no other one out.
 * @throws GraphQLError `INPUT_INVALID` for a batch that is too large
 */
export async function importRecords<Sent, State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  context: RequestContext,
  repository: Repository<State, Cmd, Event, LookUp>,
  batch: ImportBatch<Sent>,
  tell: (record: Sent) => ToldRecord<Cmd>,
): Promise<{ readonly results: readonly ImportedRecord[] }> {
  const { source, records, presume } = batch
  if (records.length > MOST_RECORDS) throw requestError('INPUT_INVALID', `At most ${MOST_RECORDS} records at once.`)
  const told = toldOf(records, tell)
  const parts = inTransactions(told.filter(({ violations }) => violations.length === 0))
  const requests = parts.map((part) => requestsOf(context, source, part))
  const { commands } = context.kit
  const answers = new Map<ToldRecord<Cmd>, ImportedRecord>()
  for (const [index, part] of parts.entries()) {
    const own = requests[index] ?? []
    const outcomes = await (presume === null
      ? commands.importHistories(repository, own)
      : commands.rehearseHistories(repository, own, async (rehearsal) => {
          await presume(rehearsal)
          for (const former of requests.slice(0, index)) await rehearsal.importHistories(repository, former)
        }))
    const tagsOf = presume === null ? () => [] : (document: AggregateDocument<State>) => tagsIn(repository, document)
    for (const [place, record] of part.entries()) answers.set(record, importedOf(record, outcomes[place], tagsOf))
  }
  return { results: told.map((record) => answers.get(record) ?? unusable(record, record.violations)) }
}

/**
 * Puts records there for a check of others. One that could not be imported is not there then, either.
 * @throws GraphQLError `INPUT_INVALID` for too many
 */
export function presuming<Sent, State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  context: RequestContext,
  repository: Repository<State, Cmd, Event, LookUp>,
  { source, records }: Pick<ImportBatch<Sent>, 'source' | 'records'>,
  tell: (record: Sent) => ToldRecord<Cmd>,
): Presume {
  if (records.length > MOST_PRESUMED)
    throw requestError('INPUT_INVALID', `At most ${MOST_PRESUMED} are presumed at once.`)
  const usable = toldOf(records, tell).filter(({ violations }) => violations.length === 0)
  const once = [...new Map(usable.map((record) => [record.id, record])).values()]
  return async ({ importHistories }) => {
    if (once.length > 0) await importHistories(repository, requestsOf(context, source, once))
  }
}

function toldOf<Sent, Cmd extends Command>(
  records: readonly Sent[],
  tell: (record: Sent) => ToldRecord<Cmd>,
): readonly ToldRecord<Cmd>[] {
  return records.map((record) => {
    const unfit = problemsOfTexts(record).map(unfitText)
    return unfit.length > 0 ? { ...tell(record), violations: unfit } : tell(record)
  })
}

/** Who checks may compare what records have, and needs to know no more of it. */
function tagsIn<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  repository: Repository<State, Cmd, Event, LookUp>,
  { state }: AggregateDocument<State>,
): readonly string[] {
  return ownValuesOf(storedAggregateOf(repository), state).map(({ key }) =>
    createHash('sha256').update(key).digest('base64url'),
  )
}

/** As many as go into one transaction; a record that comes again comes to the next one, which finds it there. */
function inTransactions<Cmd extends Command>(records: readonly ToldRecord<Cmd>[]): readonly ToldRecord<Cmd>[][] {
  const batches: ToldRecord<Cmd>[][] = []
  let ids = new Set<string>()
  for (const record of records) {
    const batch = batches.at(-1)
    if (batch === undefined || batch.length === TOGETHER || ids.has(record.id)) {
      batches.push([record])
      ids = new Set()
    } else batch.push(record)
    ids.add(record.id)
  }
  return batches
}

function requestsOf<Cmd extends Command>(
  { principal }: RequestContext,
  { system, file }: ImportSource,
  records: readonly ToldRecord<Cmd>[],
): readonly HistoryRequest<Cmd>[] {
  return records.map(({ id, row, commands, isUndated = false, corrections = {} }) => ({
    id,
    commands,
    isUndated,
    corrections,
    backdatedBecause: `import from ${system}`,
    source: { system, file, row },
    correlationId: principal.correlationId,
  }))
}

function importedOf<State>(
  record: ToldRecord<Command>,
  outcome: HistoryAnswer<State> | undefined,
  tagsOf: (document: AggregateDocument<State>) => readonly string[],
): ImportedRecord {
  if (outcome === undefined) throw new Error('a record of the batch got no answer')
  if (outcome.status === 'unusable') return unusable(record, outcome.violations)
  if (outcome.status === 'failed') {
    if (isAboutTheRecord(outcome.error)) return unusable(record, [unreadable(outcome.error)])
    throw outcome.error
  }
  const { row, key, id } = record
  // A rule that was broken and imported all the same is a finding; violations are only what kept a record out.
  const { document, changes = [] } = outcome
  const uniqueValues = document === null ? [] : tagsOf(document)
  const findings = document?.findings ?? []
  return { row, key, id, status: statuses[outcome.status], findings, violations: [], changes, uniqueValues }
}

function unusable({ row, key, id }: ToldRecord<Command>, violations: readonly Violation[]): ImportedRecord {
  return { row, key, id, status: 'UNUSABLE', findings: [], violations, changes: [], uniqueValues: [] }
}

const aboutTheRecord: readonly string[] = ['INPUT_INVALID', 'EVENT_INVALID', 'DUPLICATE', 'BACKDATING_REFUSED']

function isAboutTheRecord(error: unknown): error is RulesError | ServiceError {
  return error instanceof RulesError || (error instanceof ServiceError && aboutTheRecord.includes(error.code))
}

function unreadable({ message, code }: RulesError | ServiceError): Violation {
  return unreadableRecord(message, code, [])
}

function unfitText({ path, reason }: EventProblem): Violation {
  const fields = path.slice(1).split('/')
  return unreadableRecord(`${fields.join('.')} ${reason}`, 'INPUT_INVALID', fields)
}

function unreadableRecord(reason: string, code: string, path: readonly string[]): Violation {
  return {
    rule: 'CUS-6',
    message: { zh: '该记录无法读取。', en: `The record cannot be read: ${reason}` },
    path,
    remedy: { zh: '更正后重新导入。', en: 'Correct it and import it again.' },
    facts: { code },
  }
}
