import { ConfigError, requestRefusal } from '@afterline/service-kit'
import type { ApolloServerPlugin, BaseContext, GraphQLRequest } from '@apollo/server'
import type { PersistedOperation } from './operation-manifest.ts'
import { operationProblems } from './operation-problems.ts'

/** Stands in for what is refused, which is neither parsed nor planned. */
const NOTHING = '{ __typename }'

/**
 * Only operations of the manifest are executed: named by their id, or sent as their text, letter for letter.
 * The server does not start where one of them does not fit the schema.
 */
export function persistedOperations<Context extends BaseContext>(
  operations: readonly PersistedOperation[],
): ApolloServerPlugin<Context> {
  const bodies = new Map(operations.map(({ id, body }) => [id, body]))
  const names = new Map(operations.map(({ body, name }) => [body, name]))
  return {
    async serverWillStart({ schema }) {
      const problems = operationProblems(schema, operations)
      if (problems.length > 0) throw new ConfigError(problems.map((problem) => `AFTERLINE_OPERATIONS_FILE: ${problem}`))
    },
    async requestDidStart({ request }) {
      const body = bodyOf(request, bodies, names)
      request.query = body ?? NOTHING
      // What stands in for a refused one has no name.
      if (body === null) delete request.operationName
      // What it names is found; the server would look in a store of its own.
      if (request.extensions) delete request.extensions['persistedQuery']
      if (body !== null) return
      return {
        async didResolveOperation() {
          throw requestRefusal('OPERATION_NOT_PERSISTED')
        },
      }
    },
  }
}

/** `null` for what is none of them, and for one that comes with the text or the name of another. */
function bodyOf(
  request: GraphQLRequest,
  bodies: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): string | null {
  const { query, operationName } = request
  const ids = idsOf(request)
  const meant = ids.length === 0 ? [query ?? null] : ids.map((id) => bodies.get(id) ?? null)
  const [body = null, ...others] = new Set(meant)
  const name = body === null ? undefined : names.get(body)
  const isOne = others.length === 0 && (!query || query === body) && (operationName ?? name) === name
  return isOne && name !== undefined ? body : null
}

/** As Apollo's clients name an operation, and as the GraphQL over HTTP proposal does. */
function idsOf({ extensions, http }: GraphQLRequest): readonly string[] {
  const persisted: unknown = extensions?.['persistedQuery']
  return [
    fieldOf(persisted, 'sha256Hash'),
    fieldOf(extensions, 'documentId'),
    fieldOf(http?.body, 'documentId'),
  ].filter((id) => id !== null)
}

function fieldOf(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const field: unknown = Reflect.get(value, name)
  return typeof field === 'string' ? field : null
}
