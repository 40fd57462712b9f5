import { type Actor, type DomainEvent, type EventProblem, problemsOfTexts } from '@afterline/events'
import { RulesError, type Violation } from '@afterline/rules'
import type { Command, Finding, HistoryAnswer, HistoryChange, HistoryRequest, Repository } from '../interfaces.ts'
import { ServiceError } from '../store/index.ts'
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
}

const MOST_RECORDS = 200
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
 * Imports a batch of history, each record whole or not at all, many in one transaction. A record that cannot be read keeps
 * no other one out.
 * @param records as the caller sent them: also what is only made into an id must be text that can be kept
 * @throws GraphQLError `INPUT_INVALID` for a batch that is too large
 */
export async function importRecords<Sent, State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  context: RequestContext,
  repository: Repository<State, Cmd, Event, LookUp>,
  source: ImportSource,
  records: readonly Sent[],
  tell: (record: Sent) => ToldRecord<Cmd>,
): Promise<{ readonly results: readonly ImportedRecord[] }> {
  if (records.length > MOST_RECORDS) throw requestError('INPUT_INVALID', `At most ${MOST_RECORDS} records at once.`)
  const told = records.map((record): ToldRecord<Cmd> => {
    const unfit = problemsOfTexts(record).map(unfitText)
    return unfit.length > 0 ? { ...tell(record), violations: unfit } : tell(record)
  })
  const usable = told.filter(({ violations }) => violations.length === 0)
  const answers = new Map<ToldRecord<Cmd>, ImportedRecord>()
  for (const together of inTransactions(usable)) {
    const outcomes = await importTogether(context, repository, source, together)
    for (const [index, record] of together.entries()) answers.set(record, importedOf(record, outcomes[index]))
  }
  return { results: told.map((record) => answers.get(record) ?? unusable(record, record.violations)) }
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

function importTogether<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  { kit, principal }: RequestContext,
  repository: Repository<State, Cmd, Event, LookUp>,
  { system, file }: ImportSource,
  records: readonly ToldRecord<Cmd>[],
): Promise<readonly HistoryAnswer<State>[]> {
  return kit.commands.importHistories(
    repository,
    records.map(({ id, row, commands, isUndated = false, corrections = {} }) => ({
      id,
      commands,
      isUndated,
      corrections,
      backdatedBecause: `import from ${system}`,
      source: { system, file, row },
      correlationId: principal.correlationId,
    })),
  )
}

function importedOf<State>(record: ToldRecord<Command>, outcome: HistoryAnswer<State> | undefined): ImportedRecord {
  if (outcome === undefined) throw new Error('a record of the batch got no answer')
  if (outcome.status === 'unusable') return unusable(record, outcome.violations)
  if (outcome.status === 'failed') {
    if (isAboutTheRecord(outcome.error)) return unusable(record, [unreadable(outcome.error)])
    throw outcome.error
  }
  const { row, key, id } = record
  // A rule that was broken and imported all the same is a finding; violations are only what kept a record out.
  const { document, changes = [] } = outcome
  return { row, key, id, status: statuses[outcome.status], findings: document?.findings ?? [], violations: [], changes }
}

function unusable({ row, key, id }: ToldRecord<Command>, violations: readonly Violation[]): ImportedRecord {
  return { row, key, id, status: 'UNUSABLE', findings: [], violations, changes: [] }
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
