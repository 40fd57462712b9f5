import { type Readable, Transform } from 'node:stream'
import { requestError, requestErrors } from '@afterline/service-kit'
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import type { FastifyInstance } from 'fastify'
import type { GraphQLError } from 'graphql'
import type { GatewayContext } from '../gateway-context.ts'
import { measureOperation } from './measure-operation.ts'
import type { Quota } from './quota.ts'

/** Holds an answer to a survey with the longest comment, each of its characters escaped. */
const LARGEST_ANONYMOUS_BODY_BYTES = 64 * 1024

/** What somebody without a sign-in sends is bounded before it is read: by what it announces, and by what comes. */
export function boundAnonymousBodies(server: FastifyInstance): void {
  server.addHook('preParsing', async ({ headers }, _, body) => {
    if (headers.authorization) return body
    if (Number(headers['content-length'] ?? 0) > LARGEST_ANONYMOUS_BODY_BYTES) throw tooLarge()
    return countedBody(body)
  })
}

/** For a body that announces no length. What is refused is not read to its end. */
function countedBody(body: Readable): Readable {
  let received = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, taken) {
      received += chunk.length
      taken(received > LARGEST_ANONYMOUS_BODY_BYTES ? tooLarge() : null, chunk)
    },
  })
  body.on('error', (error) => counted.destroy(error))
  return body.pipe(counted)
}

function tooLarge(): Error {
  return Object.assign(new Error('more than is taken without a sign-in'), { statusCode: 413 })
}

/**
 * Bounds how often something is changed without a sign-in. Each mutation of a document counts, for one document can hold
 * many; those of a document are let in together or not at all.
 */
export function anonymousLimits(quota: Quota): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          const { anonymousFrom } = contextValue
          if (anonymousFrom === null || operation?.operation !== 'mutation') return
          const { rootFields } = measureOperation({ schema, document, operation, variables: request.variables ?? {} })
          const waitMs = quota.take(anonymousFrom, rootFields)
          if (waitMs > 0) throw refusedFor(waitMs)
        },
      }
    },
  }
}

function refusedFor(waitMs: number): GraphQLError {
  const seconds = Math.ceil(waitMs / 1000)
  const headers = new HeaderMap([['retry-after', String(seconds)]])
  return requestError('RATE_LIMITED', `Not before ${seconds} s.`, {
    http: { status: requestErrors.RATE_LIMITED.status, headers },
  })
}
