import type { GraphQLResolveInfo } from 'graphql'
import { createdId, type Entry, execute } from '../graphql/execute.ts'
import { isOnlySalesperson } from '../graphql/personal-text.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import { filled } from './filled.ts'
import type { AnyGraph, Making } from './graph.ts'
import { load, maySee, shownOf } from './records.ts'
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
    Object.entries(graph.mutations).flatMap(([command, make]) => {
      const name = mutationNameOf(graph, command)
      // The declaration's type says what each maker takes and makes.
      return name === null ? [] : [[name, mutationOf(graph, command, make as Maker)]]
    }),
  )
}

/** The mutation that gives a command; `null` for a command that none gives. */
export function mutationNameOf({ mutations }: AnyGraph, command: string): string | null {
  return mutations[command] ? uncapitalised(command) : null
}

type Maker = (input: unknown, making: Making) => unknown

function mutationOf(graph: AnyGraph, type: string, make: Maker): MutationResolver {
  const { aggregate, type: typeName } = graph
  const field = uncapitalised(typeName)
  const idField = `${field}Id`
  const isCreation = aggregate.creates.includes(type)
  return async (_, { entry, input }, context, info) => {
    const { [idField]: given, ...values } = filledInput(info, input)
    const id = isCreation ? createdId(context, entry, aggregate.category) : String(given)
    // A record that the caller may not see is not there for its changes either.
    if (!isCreation && (await load(context, graph, id)) === null) throw requestError('NOT_FOUND')
    const partId = (kind: string) => createdId(context, entry, kind)
    const data = make(isCreation ? { [idField]: given, ...values } : values, { id, context, partId })
    const repository = repositoryOf(graph, context.kit)
    const { document, violations } = await execute(context, repository, id, entry, (moment) => ({
      type,
      ...moment,
      data,
    }))
    const shown = document && shownOf(graph, document)
    // Whoever creates something sees what came of it; what somebody gave away, he or she does not see any more.
    const isShown = shown && (isCreation || (await maySee(context, graph, shown)))
    return { [field]: isShown ? shown : null, violations }
  }
}

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
