import { RulesError } from '@afterline/rules'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from '../logging/logger.ts'
import { ServiceError } from '../store/index.ts'
import { isRequestErrorCode, type RequestErrorCode, requestError, requestErrors } from './request-error.ts'

/** Codes of Apollo Server for requests that are wrong before a resolver runs. */
const FOREIGN_CODES: Readonly<Record<string, RequestErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'QUERY_INVALID',
  GRAPHQL_VALIDATION_FAILED: 'QUERY_INVALID',
  BAD_USER_INPUT: 'INPUT_INVALID',
  BAD_REQUEST: 'QUERY_INVALID',
  OPERATION_RESOLUTION_FAILURE: 'QUERY_INVALID',
  PERSISTED_QUERY_NOT_FOUND: 'QUERY_INVALID',
}

/**
 * The only way in which errors reach a client. What is not known to be harmless becomes INTERNAL, and is logged with the
 * correlation id that the client gets.
 */
export function createErrorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error)
    const { path } = formatted
    const known = knownError(formatted, cause)
    if (known) return { ...known.toJSON(), ...(path ? { path } : {}) }
    const correlationId = crypto.randomUUID()
    log.error({ error: cause, correlationId, path }, 'a request failed')
    return { ...requestError('INTERNAL', undefined, { correlationId }).toJSON(), ...(path ? { path } : {}) }
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? error.originalError : error
}

function knownError(formatted: GraphQLFormattedError, cause: unknown): GraphQLError | null {
  if (cause instanceof ServiceError) return isRequestErrorCode(cause.code) ? requestError(cause.code) : null
  if (cause instanceof RulesError) return requestError('INPUT_INVALID', cause.message)
  const { code, message: _, stacktrace: __, ...extensions }: Record<string, unknown> = formatted.extensions ?? {}
  if (isRequestErrorCode(code))
    return new GraphQLError(formatted.message, { extensions: { ...extensions, code, message: textsOf(code) } })
  const translated = typeof code === 'string' ? FOREIGN_CODES[code] : undefined
  return translated ? requestError(translated, shortened(formatted.message)) : null
}

function textsOf(code: RequestErrorCode): { zh: string; en: string } {
  const { zh, en } = requestErrors[code]
  return { zh, en }
}

/** graphql-js quotes the offending value: a client's own megabyte need not come back to it. */
function shortened(message: string): string {
  return message.length <= 300 ? message : `${message.slice(0, 300)}…`
}
