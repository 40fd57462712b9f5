import { RulesError, type RulesErrorCode } from '@afterline/rules'
import type { ApolloServerPlugin, BaseContext } from '@apollo/server'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from '../logging/logger.ts'
import { isDatabaseAway, isPassing, ServiceError, type ServiceErrorCode } from '../store/index.ts'
import { inputInvalid, problemOfVariable, unfitValue } from './input-problems.ts'
import { isRequestErrorCode, type RequestErrorCode, requestError, requestErrors } from './request-error.ts'

/** How errors leave the process: both parts belong into one Apollo server. */
export interface ErrorReporting<Context extends BaseContext> {
  formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError
  readonly plugin: ApolloServerPlugin<Context>
}

/** Codes of Apollo Server for requests that are wrong before a resolver runs. */
const FOREIGN_CODES: ReadonlyMap<unknown, RequestErrorCode> = new Map([
  ['GRAPHQL_PARSE_FAILED', 'QUERY_INVALID'],
  ['GRAPHQL_VALIDATION_FAILED', 'QUERY_INVALID'],
  ['BAD_USER_INPUT', 'INPUT_INVALID'],
  ['BAD_REQUEST', 'QUERY_INVALID'],
  ['OPERATION_RESOLUTION_FAILURE', 'QUERY_INVALID'],
  ['PERSISTED_QUERY_NOT_FOUND', 'QUERY_INVALID'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'QUERY_INVALID'],
])

/** Faults of the inside that the store names for operators; a client can do nothing with them. */
const INSIDE_CODES: ReadonlyMap<ServiceErrorCode, RequestErrorCode> = new Map([
  ['NOT_CONNECTED', 'SERVICE_UNAVAILABLE'],
  ['EVENT_INVALID', 'INTERNAL'],
  ['KEY_INVALID', 'INTERNAL'],
  ['STREAM_INCOMPLETE', 'INTERNAL'],
])

/** What the rules package says of text that somebody typed; its other codes are defects of ours. */
const TYPED_WRONG: readonly RulesErrorCode[] = [
  'INSTANT_INVALID',
  'DATE_INVALID',
  'MONEY_INVALID',
  'QUANTITY_INVALID',
  'ZONE_UNKNOWN',
]

/**
 * The only way in which errors reach a client. What is not known to be harmless becomes `INTERNAL` and is logged under
 * the correlation id that the client gets.
 */
export function createErrorReporting<Context extends BaseContext>(
  log: Logger,
  correlationIdOf: (context: Context) => string,
): ErrorReporting<Context> {
  return {
    formatError(formatted, error) {
      const { path } = formatted
      const cause = causeOf(error)
      const known = knownError(formatted, cause)
      if (!known) log.error({ err: cause, path, correlationId: correlationOf.get(error as object) }, 'a request failed')
      return { ...(known ?? requestError('INTERNAL')).toJSON(), ...(path ? { path } : {}) }
    },
    plugin: {
      async requestDidStart() {
        return {
          async didEncounterErrors({ errors, contextValue }) {
            for (const error of errors) correlationOf.set(error, correlationIdOf(contextValue))
          },
          async willSendResponse({ response, contextValue }) {
            if (response.body.kind !== 'single' || !response.body.singleResult.errors) return
            const { singleResult } = response.body
            const { errors = [], data } = singleResult
            const correlationId = correlationIdOf(contextValue)
            singleResult.errors = errors.map((error) => ({
              ...error,
              extensions: { ...error.extensions, correlationId },
            }))
            // Where nothing was answered, HTTP says what the first error says; libraries have other opinions.
            const code = errors[0]?.extensions?.['code']
            if (data === undefined && isRequestErrorCode(code)) response.http.status = requestErrors[code].status
          },
        }
      },
    },
  }
}

/** Which request an error belongs to, until it is formatted: the formatter is not told. */
const correlationOf = new WeakMap<object, string>()

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? error.originalError : error
}

/** `null` for an error of which nothing may be told. */
function knownError(formatted: GraphQLFormattedError, cause: unknown): GraphQLError | null {
  if (cause instanceof ServiceError) return errorOfStore(cause)
  // Each variable that cannot be read is an error of its own, whoever found out: graphql-js, a scalar, or the rules.
  const problem = problemOfVariable(formatted.message)
  if (problem) return inputInvalid([problem])
  if (cause instanceof RulesError)
    // Its message quotes what somebody typed.
    return TYPED_WRONG.includes(cause.code) ? requestError('INPUT_INVALID', `${cause.code}.`) : null
  if (isDatabaseAway(cause)) return requestError('SERVICE_UNAVAILABLE')
  if (isPassing(cause)) return requestError('BUSY')
  const { extensions = {} } = formatted
  const code = extensions['code']
  if (isRequestErrorCode(code)) return errorOfOurs(code, formatted.message, extensions)
  const translated = FOREIGN_CODES.get(code)
  if (!translated) return null
  // The parser's own words, which come without a code of their own.
  if (/^Syntax Error: Document contains more/.test(formatted.message))
    return requestError('QUERY_TOO_COMPLEX', 'It has too many tokens.')
  return requestError(translated, shortened(formatted.message.replace(/, found .*$/s, '.')))
}

function errorOfStore({ code, message, field, problems }: ServiceError): GraphQLError | null {
  const told = INSIDE_CODES.get(code) ?? code
  if (told === 'INTERNAL' || !isRequestErrorCode(told)) return null
  if (told !== code) return requestError(told)
  if (problems.length > 0) return inputInvalid(problems.map((problem) => unfitValue(problem.field, problem.reason)))
  return requestError(told, shortened(message), field === null ? {} : { field })
}

/** Extensions that are told to clients; a library's own additions are not. */
const TOLD = [
  'reason',
  'field',
  'problems',
  'requiredRoles',
  'limit',
  'found',
  'subgraph',
  'retryable',
  'correlationId',
]

function errorOfOurs(code: RequestErrorCode, message: string, extensions: Record<string, unknown>): GraphQLError {
  const { zh, en } = requestErrors[code]
  const told = Object.fromEntries(Object.entries(extensions).filter(([name]) => TOLD.includes(name)))
  return new GraphQLError(message, { extensions: { ...told, code, message: { zh, en } } })
}

/** graphql-js quotes the offending value: a client's own megabyte need not come back to it. */
function shortened(message: string): string {
  return message.length <= 300 ? message : `${message.slice(0, 300)}…`
}
