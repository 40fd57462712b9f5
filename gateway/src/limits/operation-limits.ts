import { requestRefusal } from '@afterline/service-kit'
import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLError } from 'graphql'
import { measureOperation, type OperationMeasure } from './measure-operation.ts'

/**
 * The largest operation that is planned. All that is known of one customer (fixtures/customer-360.graphql), with an
 * explanation of every deadline, asks for about half of the cost; without explanations for about an eighth.
 */
export interface OperationLimits {
  readonly depth: number
  readonly rootFields: number
  readonly aliases: number
  readonly cost: number
}

export const defaultLimits: OperationLimits = { depth: 12, rootFields: 20, aliases: 50, cost: 20_000 }

/**
 * Seven times as many as the largest document that anybody has a use for; the parser stops there. What validation does
 * with a document grows with the square of it, and nothing else is answered meanwhile.
 */
export const MOST_TOKENS = 1_500

/** Refuses an operation that is none, or asks for too much, before it is planned. */
export function operationLimits(limits: OperationLimits = defaultLimits): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          // The gateway's planner would take either for a fault of its own.
          if (!operation)
            throw requestRefusal('QUERY_INVALID', 'It does not say which operation of the document is meant.')
          if (!schema.getRootType(operation.operation))
            throw requestRefusal('QUERY_INVALID', `There is no ${operation.operation} in this graph.`)
          const measure = measureOperation({ schema, document, operation, variables: request.variables ?? {} })
          const refusal = refusalOf(measure, limits)
          if (refusal) throw refusal
        },
      }
    },
  }
}

/** The error that says what is too large, or `null`. */
export function refusalOf(measure: OperationMeasure, limits: OperationLimits): GraphQLError | null {
  if (measure.depth > limits.depth) return tooLarge('QUERY_TOO_DEEP', 'depth', measure, limits)
  for (const kind of ['rootFields', 'aliases', 'cost'] as const) {
    if (measure[kind] > limits[kind]) return tooLarge('QUERY_TOO_COMPLEX', kind, measure, limits)
  }
  return null
}

function tooLarge(
  code: 'QUERY_TOO_DEEP' | 'QUERY_TOO_COMPLEX',
  kind: keyof OperationLimits,
  measure: OperationMeasure,
  limits: OperationLimits,
): GraphQLError {
  // JSON has no infinity.
  const found = Number.isFinite(measure[kind]) ? measure[kind] : null
  const detail = `Its ${kind} is ${found ?? 'without bound'}; the limit is ${limits[kind]}.`
  return requestRefusal(code, detail, { limit: limits[kind], found })
}
