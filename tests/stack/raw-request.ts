import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** The answer to bytes that no well-behaved client sends. */
export interface RawAnswer {
  readonly status: number
  readonly headers: string
  readonly body: string
}

const SILENT_FOR_MS = 20_000

/** A request in the form of HTTP: its first line, headers, and a body whose length is told unless a header tells another. */
export function requestText(line: string, headers: readonly string[] = [], body = ''): string {
  const isMeasured = body !== '' && !headers.some((header) => header.startsWith('content-length'))
  const length = isMeasured ? [`content-length: ${Buffer.byteLength(body)}`] : []
  return [line, 'host: afterline', 'connection: close', ...headers, ...length, '', body].join('\r\n')
}

/**
 * Sends a text as it is, with whatever is wrong in it, and reads until the server closes the connection.
 * @throws Error when it answers nothing, or keeps the connection open in silence
 */
export async function sendRaw(url: string, request: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.setTimeout(SILENT_FOR_MS, () => socket.destroy(new Error('the server says nothing')))
  await once(socket, 'connect')
  socket.write(request)
  const answer = await text(socket)
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]
  if (status === undefined) throw new Error(`no answer of HTTP: ${JSON.stringify(answer.slice(0, 200))}`)
  return { status: Number(status), headers: head.toLowerCase(), body: rest.join('\r\n\r\n') }
}
