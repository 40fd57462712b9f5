import type { GraphQLResolveInfo } from 'graphql'
import type { Shown } from '../aggregate/shown.ts'
import { rolesOfMutation } from '../graphql/auth.ts'
import { createdId, type Entry, execute } from '../graphql/execute.ts'
import { isOnlySalesperson } from '../graphql/personal-text.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import { filled } from './filled.ts'
import type { AnyGraph, Making } from './graph.ts'
import { dataFrom, ownNamesIn } from './making.ts'
import { forget, load, maySee, shownOf } from './records.ts'
import { repositoryOf } from './repository.ts'
import { uncapitalised } from './words.ts'

interface MutationArguments {
  readonly entry: Entry
  readonly input: object
}

type MutationResolver = (
  _: unknown,
  args: MutationArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => unknown

/** One mutation for each command that has one, named like the command. */
export function mutationsOf(graph: AnyGraph): Readonly<Record<string, MutationResolver>> {
  return Object.fromEntries(
    graph.aggregate.commandNames.flatMap((command) => {
      const name = mutationNameOf(graph, command)
      return name === null ? [] : [[name, mutationOf(graph, command, makerOf(graph, command))]]
    }),
  )
}

/** The mutation that gives a command; `null` for a command that none gives. */
export function mutationNameOf({ mutations }: AnyGraph, command: string): string | null {
  return mutations[command] === null ? null : uncapitalised(command)
}

type Maker = (input: Readonly<Record<string, unknown>>, making: Making) => unknown

/** The declaration's own, or what follows from the command's. */
function makerOf({ aggregate, mutations }: AnyGraph, command: string): Maker {
  const fields = aggregate.commands?.[command]?.data ?? {}
  // The declaration's type says what each maker takes and makes.
  const own = mutations[command] as Maker | undefined
  return (
    own ??
    ((input, { id, context, partId }) => {
      for (const field of ownNamesIn(fields)) {
        const named = input[field]
        refuseAnothersName(context, field, named === null ? null : String(named))
      }
      const entered = { ...input, [`${aggregate.category}Id`]: id }
      return dataFrom(fields, entered, { callerId: context.principal.id, partId })
    })
  )
}

function mutationOf(graph: AnyGraph, type: string, make: Maker): MutationResolver {
  const { aggregate, type: typeName } = graph
  const field = uncapitalised(typeName)
  const idField = `${field}Id`
  const isCreation = aggregate.creates.includes(type)
  return async (_, { entry, input }, context, info) => {
    const { [idField]: given, ...values } = filledInput(info, input)
    const id = isCreation ? createdId(context, entry, aggregate.category) : String(given)
    // A record that the caller may not see is not there for its changes either.
    const before = isCreation ? null : await load(context, graph, id)
    if (!isCreation && before === null) throw requestError('NOT_FOUND')
    const acting = before === null ? context : await actingOn(context, graph, before, info)
    const partId = (kind: string) => createdId(context, entry, kind)
    const data = make(values, { id, context, partId })
    const repository = repositoryOf(graph, context.kit)
    const { document, violations } = await execute(acting, repository, id, entry, (moment) => ({
      type,
      ...moment,
      data,
    }))
    // What the request has seen of it until now is of before.
    forget(context, graph, id)
    const shown = document && shownOf(graph, document)
    // Whoever creates something sees what came of it; what somebody gave away, he or she does not see any more.
    const isShown = shown && (isCreation || (await maySee(context, graph, shown)))
    return { [field]: isShown ? shown : null, violations }
  }
}

/** A salesperson may change own records only: on another's, the caller acts by the next role that the mutation names. */
async function actingOn(
  context: RequestContext,
  graph: AnyGraph,
  record: Shown<{ readonly status: string }>,
  { schema, fieldName }: GraphQLResolveInfo,
): Promise<RequestContext> {
  const asSalesperson = { ...context, principal: { ...context.principal, roles: [SALESPERSON] } }
  if (context.actingRole !== SALESPERSON || (await maySee(asSalesperson, graph, record))) return context
  const others = rolesOfMutation(schema, fieldName).filter((role) => role !== SALESPERSON)
  return { ...context, actingRole: others.find((role) => context.principal.roles.includes(role)) ?? SALESPERSON }
}

const SALESPERSON = 'SALESPERSON'

function filledInput({ parentType, fieldName }: GraphQLResolveInfo, input: object): Readonly<Record<string, unknown>> {
  const declared = parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'input')
  if (!declared) throw new Error(`${fieldName} takes no input`)
  // An input object stays one.
  return filled(declared.type, input) as Readonly<Record<string, unknown>>
}

/** @throws GraphQLError `INPUT_INVALID`, where a salesperson enters something in the name of another one */
export function refuseAnothersName({ principal }: RequestContext, field: string, staffId: string | null): void {
  if (!isOnlySalesperson(principal) || staffId === null || staffId === principal.id) return
  throw requestError('INPUT_INVALID', `${field}: a salesperson enters nothing in another one's name.`, { field })
}
