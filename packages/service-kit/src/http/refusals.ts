import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type RequestErrorCode, requestError, requestErrors } from '../graphql/request-error.ts'
import type { Logger } from '../logging/logger.ts'
import { CORRELATION_HEADER, correlationIdOf } from './correlation.ts'
import { GUARDED } from './guarded.ts'

/** Where HTTP has a status of its own for what is wrong, which clients and proxies know; else it is the code's. */
const OWN_STATUS: readonly number[] = [408, 413, 414, 415, 431]

/** Answers whatever does not reach a route, or fails on it, in the words of the catalogue. */
export function refuseInOneForm(server: FastifyInstance, log: Logger): void {
  server.setNotFoundHandler((request, reply) => refuse(request, reply, 'NOT_FOUND', 404, 'Nothing answers here.'))
  server.setErrorHandler(refusalOfFaults(log))
}

/** For faults of requests that have no route yet, and for those of routes. */
export function refusalOfFaults(log: Logger) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const { statusCode = 500 } = error
    const code = codeOf(statusCode)
    if (code === 'INTERNAL') log.error({ err: error, correlationId: request.id }, 'a request failed')
    refuse(request, reply, code, OWN_STATUS.includes(statusCode) ? statusCode : requestErrors[code].status)
  }
}

function refuse(
  { id }: FastifyRequest,
  reply: FastifyReply,
  code: RequestErrorCode,
  status: number,
  detail?: string,
): void {
  // What reaches no route, such as a bad address, passes no hook before.
  void reply
    .code(status)
    .header(CORRELATION_HEADER, id)
    .headers(GUARDED)
    .send({ errors: [requestError(code, detail, { correlationId: id }).toJSON()] })
}

function codeOf(status: number): RequestErrorCode {
  if (status === 413 || status === 414 || status === 431) return 'PAYLOAD_TOO_LARGE'
  return status < 500 ? 'QUERY_INVALID' : 'INTERNAL'
}

/** What node's parser says of bytes that are no request. */
interface ParserFault extends Error {
  readonly code?: string
}

const STATUS_OF_FAULT: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
}

/** Bytes that are no request have no reply: the answer is written to the connection, which ends with it. */
export function answerNoRequest({ code = '' }: ParserFault, socket: ClientSocket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = STATUS_OF_FAULT[code] ?? 400
  const correlationId = correlationIdOf(undefined)
  const body = JSON.stringify({ errors: [requestError(codeOf(status), undefined, { correlationId }).toJSON()] })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-correlation-id: ${correlationId}`,
    ...Object.entries(GUARDED).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

interface ClientSocket {
  readonly writable: boolean
  end(text: string): unknown
  destroy(): unknown
}
