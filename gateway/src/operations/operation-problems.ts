import { GraphQLError, type GraphQLSchema, Kind, parse, validate } from 'graphql'
import { MOST_TOKENS } from '../limits/operation-limits.ts'
import type { PersistedOperation } from './operation-manifest.ts'

/** Everything for which an operation could never be answered, or is not what its manifest says; each with its name. */
export function operationProblems(schema: GraphQLSchema, operations: readonly PersistedOperation[]): readonly string[] {
  const bodies = new Map<string, string>()
  return operations.flatMap((operation) => {
    const { id, name, body } = operation
    const known = bodies.get(id)
    bodies.set(id, body)
    const problems = known !== undefined && known !== body ? ['its id is that of another operation'] : []
    return [...problems, ...problemsOf(schema, operation)].map((problem) => `${name} (${id.slice(0, 12)}): ${problem}`)
  })
}

function problemsOf(schema: GraphQLSchema, { name, type, body }: PersistedOperation): readonly string[] {
  try {
    const document = parse(body, { maxTokens: MOST_TOKENS })
    const defined = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    const [only, another] = defined
    const isAsSaid = another === undefined && only?.operation === type && only.name?.value === name
    const invalid = validate(schema, document).map(({ message }) => message)
    return [...(isAsSaid ? [] : [`its body is not the one ${type} of this name`]), ...invalid]
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message]
    throw error
  }
}
