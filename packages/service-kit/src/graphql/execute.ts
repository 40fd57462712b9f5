import type { DomainEvent } from '@afterline/events'
import { historyId } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { AggregateDocument, Command, CommandRequest, Repository, SeenVersion } from '../interfaces.ts'
import type { RecordVersion } from './record-kinds.ts'
import type { RequestContext } from './request-context.ts'

/** How a change is entered: the argument that every mutation takes beside what it is about. */
export interface Entry {
  readonly idempotencyKey: string
  readonly expectedVersion?: number | null | undefined
  readonly occurredAt?: Instant | null | undefined
  readonly backdatedBecause?: string | null | undefined
  readonly after?: readonly RecordVersion[] | null | undefined
}

/** What a mutation answers: the document as it stands, and the rules that refused. */
export interface Execution<State> {
  readonly document: AggregateDocument<State> | null
  readonly violations: readonly Violation[]
  /** What a refusal saw of other services' records. */
  readonly saw: readonly SeenVersion[]
  /** Whether this is the first answer to the key, told again. */
  readonly isRepeated: boolean
}

/**
 * The id of something that a mutation creates. It follows from caller and key, so that a repeated request names the
 * same thing.
 */
export function createdId({ principal }: RequestContext, { idempotencyKey }: Entry, kind: string): string {
  return historyId(`mutation:${principal.id}`, kind, idempotencyKey)
}

/** Like the fields of `CommandRequest`. */
type Besides<Cmd extends Command> = Pick<CommandRequest<Cmd>, 'besides' | 'besidesSaw' | 'steps'>

/**
 * Carries out one command for the caller: the bridge from a mutation to the aggregate.
 * @param more what speaks against it besides what the aggregate decides; what followed it, of a case entered as a whole
 */
export async function execute<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  context: RequestContext,
  repository: Repository<State, Cmd, Event, LookUp>,
  id: string,
  entry: Entry,
  commandOf: (moment: Pick<Command, 'at' | 'by'>) => Cmd,
  { besides = [], besidesSaw = [], steps = [] }: Besides<Cmd> = {},
): Promise<Execution<State>> {
  const { principal, kit } = context
  const command = commandOf({
    at: entry.occurredAt ?? kit.now(),
    by: { id: principal.id, role: context.actingRole ?? 'PUBLIC' },
  })
  const outcome = await kit.commands.handle(repository, {
    id,
    command,
    steps,
    idempotencyKey: entry.idempotencyKey,
    expectedVersion: entry.expectedVersion ?? null,
    backdatedBecause: entry.backdatedBecause ?? null,
    correlationId: principal.correlationId,
    besides,
    besidesSaw,
  })
  const { document } = outcome
  if (outcome.status !== 'refused') {
    return { document, violations: [], saw: [], isRepeated: outcome.status === 'repeated' }
  }
  const { violations, saw, isRepeated } = outcome
  return { document, violations, saw, isRepeated }
}
