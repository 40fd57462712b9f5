import type { GraphQLResolveInfo } from 'graphql'
import type { Shown } from '../aggregate/shown.ts'
import { createdId, type Entry, type Execution, execute } from '../graphql/execute.ts'
import { inputInvalid, notPositive } from '../graphql/input-problems.ts'
import { versionsTold } from '../graphql/record-kinds.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import type { Command } from '../interfaces.ts'
import type { StaffDirectory } from '../staff/index.ts'
import { begunId } from './begun-id.ts'
import { filled } from './filled.ts'
import type { AnyGraph, Making } from './graph.ts'
import { dataFrom, ownNamesIn, zerosIn } from './making.ts'
import { admitted, forget, load, loadForAnybody } from './records.ts'
import { repositoryOf } from './repository.ts'
import { openingRow, opensAllRows } from './rows.ts'
import { besidesOf, staffObjections } from './staff-objections.ts'
import { withoutHidden } from './taken-values.ts'
import { toldTo } from './told-violations.ts'
import { uncapitalised } from './words.ts'

interface MutationArguments {
  readonly entry: Entry
  readonly input: object
}

export type MutationResolver = (
  _: unknown,
  args: MutationArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => unknown

/** One mutation for each command that has one, named like the command. */
export function mutationsOf(graph: AnyGraph, staff: StaffDirectory | null): Readonly<Record<string, MutationResolver>> {
  return Object.fromEntries(
    graph.aggregate.commandNames.flatMap((command) => {
      const name = mutationNameOf(graph, command)
      return name === null ? [] : [[name, mutationOf(graph, command, makerOf(graph, command), staff)]]
    }),
  )
}

/** The mutation that gives a command; `null` for a command that none gives. */
export function mutationNameOf({ mutations }: AnyGraph, command: string): string | null {
  return mutations[command] === null ? null : uncapitalised(command)
}

type Maker = (input: Readonly<Record<string, unknown>>, making: Making) => unknown

/** The declaration's own, or what follows from the command's. */
export function makerOf({ aggregate, mutations }: AnyGraph, command: string): Maker {
  const fields = aggregate.commands[command]?.data ?? {}
  // The declaration's type says what each maker takes and makes.
  const own = mutations[command] as Maker | undefined
  return (
    own ??
    ((input, { id, context, partId }) => {
      for (const field of ownNamesIn(fields)) {
        const named = input[field]
        refuseAnothersName(context, field, named === null ? null : String(named))
      }
      const zeros = zerosIn(fields, input)
      if (zeros.length > 0) throw inputInvalid(zeros.map(notPositive))
      const entered = { ...input, [`${aggregate.category}Id`]: id }
      return dataFrom(fields, entered, { callerId: context.principal.id, partId })
    })
  )
}

function mutationOf(graph: AnyGraph, type: string, make: Maker, staff: StaffDirectory | null): MutationResolver {
  const { aggregate, type: typeName } = graph
  const idField = `${uncapitalised(typeName)}Id`
  const isCreation = aggregate.creates.includes(type)
  return async (_, { entry, input }, context, info) => {
    const { principal, kit } = context
    // Whoever acts is staff from now on.
    await staff?.recognise(kit, principal)
    const { [idField]: given, ...values } = filledInput(info, input)
    const id = isCreation ? await begunId(context, graph, entry, values) : String(given)
    const record = isCreation ? null : await loadForAnybody(context, graph, id)
    const by = isCreation ? context.by : await rolesOn(context, graph, record)
    const partId = (kind: string) => createdId(context, entry, kind)
    const data = make(values, { id, context: { ...context, by }, partId })
    const actingRole = await actingRoleOn({ ...context, by }, graph, record ?? data)
    const isLate = (entry.occurredAt ?? null) !== null
    const act = { type, at: entry.occurredAt ?? kit.now(), by: { id: principal.id, role: actingRole ?? '' }, data }
    const objections = await staffObjections(graph, staff, act, { principal, isLate })
    const repository = repositoryOf(graph, kit)
    const commandOf = (moment: Pick<Command, 'at' | 'by'>) => ({ type, ...moment, data })
    const acting = { ...context, actingRole }
    const execution = await execute(acting, repository, id, entry, commandOf, besidesOf([objections]))
    return payloadOf(context, graph, { id, actingRole, execution })
  }
}

interface Executed {
  readonly id: string
  readonly actingRole: string | null
  readonly execution: Execution<unknown>
}

/** What a mutation answers, as the caller may see it. */
export async function payloadOf(
  context: RequestContext,
  graph: AnyGraph,
  { id, actingRole, execution: { document, violations, saw, isRepeated } }: Executed,
): Promise<Readonly<Record<string, unknown>>> {
  // What the request has seen of it until now is of before.
  forget(context, graph, id)
  // Whatever an answer shows, its reader may read: also what was just made, given away, or is told again.
  const shown = document && (await admitted(context, graph, document))
  const told = toldTo(actingRole, await withoutHidden(context, graph, violations))
  return {
    [uncapitalised(graph.type)]: shown,
    violations: told,
    sawVersions: versionsTold(actingRole, saw),
    isRepeated,
  }
}

/**
 * Those of the mutation's roles that open the record to the caller.
 * @throws GraphQLError `NOT_FOUND` where none does, and the caller does not see it either; else `FORBIDDEN`
 */
async function rolesOn(context: RequestContext, graph: AnyGraph, record: AnyRecord | null): Promise<readonly string[]> {
  const roles = record === null ? [] : await openingRow(context, graph, record, context.by)
  if (roles.length > 0) return roles
  const isSeen = record !== null && (await load(context, graph, record.id)) !== null
  throw requestError(isSeen ? 'FORBIDDEN' : 'NOT_FOUND')
}

/**
 * The role that allows the act, and that it is recorded with. Where several do it is one that opens what the act is about:
 * what somebody may enter for others, he or she does not enter as a salesperson.
 * @param subject the record, or the data of what begins one: they name whose it will be, as its state does
 */
export async function actingRoleOn(context: RequestContext, graph: AnyGraph, subject: unknown): Promise<string | null> {
  const { principal, by, actingRole } = context
  if (by.length < 2) return by[0] ?? actingRole
  const opening = await openingRow(context, graph, subject as AnyRecord, by)
  const isOfAnother = graph.ownerNamed && (await graph.ownerNamed(context, subject)) !== principal.id
  return opening.find((role) => !isOfAnother || opensAllRows(role)) ?? opening[0] ?? by[0] ?? actingRole
}

type AnyRecord = Shown<{ readonly status: string }>

export function filledInput(
  { parentType, fieldName }: GraphQLResolveInfo,
  input: object,
): Readonly<Record<string, unknown>> {
  const declared = parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'input')
  if (!declared) throw new Error(`${fieldName} takes no input`)
  // An input object stays one.
  return filled(declared.type, input) as Readonly<Record<string, unknown>>
}

/** @throws GraphQLError `INPUT_INVALID`, where somebody enters something in another one's name by no role that may */
function refuseAnothersName({ principal, by }: RequestContext, field: string, staffId: string | null): void {
  if (staffId === null || staffId === principal.id || by.some(opensAllRows)) return
  throw requestError('INPUT_INVALID', `${field}: a salesperson enters nothing in another one's name.`, { field })
}
