import { type Actor, type DomainEvent, type EventProblem, problemsOfTexts } from '@afterline/events'
import { RulesError, type Violation } from '@afterline/rules'
import type { Command, Finding, Repository } from '../interfaces.ts'
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
}

export interface ImportedRecord {
  readonly row: number
  readonly key: string
  readonly id: string
  readonly status: 'IMPORTED' | 'ALREADY_PRESENT' | 'UNUSABLE'
  readonly findings: readonly Finding[]
  readonly violations: readonly Violation[]
}

const MOST_RECORDS = 200
/** Each record is a transaction of its own; more at once would only queue for connections. */
const AT_ONCE = 8
const statuses = { imported: 'IMPORTED', alreadyPresent: 'ALREADY_PRESENT', unusable: 'UNUSABLE' } as const

/** Who imports: the caller, always in the role that may. */
export function importingActor({ principal }: RequestContext): Actor {
  return { id: principal.id, role: 'OPERATOR' }
}

/**
 * Imports a batch of history, each record whole or not at all. A record that cannot be read keeps no other one out.
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
  const results = await sideBySide(records, AT_ONCE, async (record) => {
    const unfit = problemsOfTexts(record).map(unfitText)
    const told = tell(record)
    return importOne(context, repository, source, unfit.length > 0 ? { ...told, violations: unfit } : told)
  })
  return { results }
}

async function importOne<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  { kit, principal }: RequestContext,
  repository: Repository<State, Cmd, Event, LookUp>,
  { system, file }: ImportSource,
  { row, key, id, commands, violations }: ToldRecord<Cmd>,
): Promise<ImportedRecord> {
  const unusable = (reasons: readonly Violation[]): ImportedRecord => ({
    ...{ row, key, id },
    status: 'UNUSABLE',
    findings: [],
    violations: reasons,
  })
  if (violations.length > 0) return unusable(violations)
  try {
    const outcome = await kit.commands.importHistory(repository, {
      id,
      commands,
      backdatedBecause: `import from ${system}`,
      source: { system, file, row },
      correlationId: principal.correlationId,
    })
    if (outcome.status === 'unusable') return unusable(outcome.violations)
    // A rule that was broken and imported all the same is a finding; violations are only what kept a record out.
    const findings = outcome.document?.findings ?? []
    return { row, key, id, status: statuses[outcome.status], findings, violations: [] }
  } catch (error) {
    if (isAboutTheRecord(error)) return unusable([unreadable(error)])
    throw error
  }
}

function isAboutTheRecord(error: unknown): error is RulesError | ServiceError {
  if (error instanceof RulesError) return true
  return error instanceof ServiceError && (error.code === 'INPUT_INVALID' || error.code === 'EVENT_INVALID')
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

/** Works through the items with at most `limit` under way; the answers keep the order of the items. */
async function sideBySide<Item, Answer>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const waiting = items.entries()
  // An array's iterator hands out each entry once, so the workers share it as their queue.
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return answers
}
