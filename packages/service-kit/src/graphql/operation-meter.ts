import type { ApolloServerPlugin, BaseContext, GraphQLRequestContextDidResolveOperation } from '@apollo/server'
import { metrics } from '@opentelemetry/api'
import { type FieldNode, Kind } from 'graphql'
import { isRequestErrorCode, requestErrors } from './request-error.ts'

const BOUNDARIES_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What a rule refused is `ok`: it is data. `refused` is what the caller did wrong, `failed` what we did. */
type Outcome = 'ok' | 'refused' | 'failed'

/**
 * `afterline.operation.duration` of every answered operation, by each root field that it asks (of an operation that was
 * validated, so that there are no more of them than the schema has) and outcome. What cannot be read or is none of the
 * schema's is told without a field.
 */
export function meterOperations<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  const duration = metrics.getMeter('afterline').createHistogram('afterline.operation.duration', {
    description: 'Duration of operations of the graph, by root field',
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES_SECONDS },
  })
  return {
    async requestDidStart() {
      const startedAt = performance.now()
      let fields: readonly string[] = ['none']
      return {
        async didResolveOperation(request) {
          fields = rootFieldsOf(request)
        },
        async willSendResponse({ response: { body } }) {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : []
          const outcome = outcomeOf(errors.map(({ extensions }) => extensions?.['code']))
          const seconds = (performance.now() - startedAt) / 1_000
          for (const field of fields) {
            duration.record(seconds, { 'afterline.operation': field, 'afterline.outcome': outcome })
          }
        },
      }
    },
  }
}

/** Fields within a fragment at the root are left out: nobody's portal asks so, and finding them is not for free. */
function rootFieldsOf<Context extends BaseContext>({
  operation,
}: GraphQLRequestContextDidResolveOperation<Context>): readonly string[] {
  if (!operation) return ['none']
  const fields = operation.selectionSet.selections.filter((each): each is FieldNode => each.kind === Kind.FIELD)
  const names = new Set(fields.map(({ name }) => name.value))
  return names.size === 0 ? ['none'] : [...names]
}

function outcomeOf(codes: readonly unknown[]): Outcome {
  if (codes.length === 0) return 'ok'
  const isOurs = codes.some((code) => !isRequestErrorCode(code) || requestErrors[code].status >= 500)
  return isOurs ? 'failed' : 'refused'
}
