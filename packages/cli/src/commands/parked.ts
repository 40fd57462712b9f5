import { type Context, contexts } from '@afterline/events'
import { createParking } from '@afterline/service-kit'
import type { Command } from 'commander'
import { CommandError, findInstance } from '../instance.ts'
import { connectContext } from '../mongodb.ts'
import { table } from '../output.ts'
import type { CommandIo } from './io.ts'

interface ParkedOptions {
  readonly data: string
  readonly json?: boolean
}

type Parking = ReturnType<typeof createParking>
type IoOutput = ReturnType<CommandIo['output']>

/** Per service; more would hardly be read at once, and `after` continues. */
const LISTED_AT_MOST = 1000

export function addParkedCommands(program: Command, io: CommandIo): void {
  const parked = program
    .command('parked')
    .description('Streams whose events a consumer could not apply; all other streams go on')
  parked
    .command('list')
    .description('List parked streams of every service')
    .action((_, command: Command) => io.run<ParkedOptions>(command, listParked))
  parked
    .command('show <context> <consumer> <stream>')
    .description('Show the event that failed, why, and what waits behind it')
    .action((context: string, consumer: string, stream: string, _, command: Command) =>
      io.run<ParkedOptions>(command, (options, output) => showParked(options, output, { context, consumer, stream })),
    )
  parked
    .command('retry <context> <consumer> <stream>')
    .description('Apply the event again, and then what waits behind it; the running service does the work')
    .action((context: string, consumer: string, stream: string, _, command: Command) =>
      io.run<ParkedOptions>(command, (options, output) => retryParked(options, output, { context, consumer, stream })),
    )
}

interface Address {
  readonly context: string
  readonly consumer: string
  readonly stream: string
}

async function listParked(options: ParkedOptions, output: IoOutput): Promise<void> {
  const found = []
  for (const context of contexts) {
    const { entries } = await withParking(options, context, (parking) => parking.list({ limit: LISTED_AT_MOST }))
    found.push(
      entries.map(({ consumer, stream, version, errorCode }) => ({ context, consumer, stream, version, errorCode })),
    )
  }
  const streams = found.flat()
  output.result(streams, () => {
    if (streams.length === 0) return 'Nothing is parked'
    const rows = streams.map(({ context, consumer, stream, version, errorCode }) => [
      context,
      consumer,
      stream,
      version,
      errorCode,
    ])
    return table(['context', 'consumer', 'stream', 'version', 'error'], rows)
  })
}

async function showParked(options: ParkedOptions, output: IoOutput, address: Address): Promise<void> {
  const { consumer, stream } = address
  const entry = await withParking(options, contextOf(address), (parking) => parking.show(consumer, stream))
  if (!entry) throw new CommandError(`${consumer} has not parked ${stream}; see afterline parked list`)
  output.result(entry, () => JSON.stringify(entry, null, 2))
}

async function retryParked(options: ParkedOptions, output: IoOutput, address: Address): Promise<void> {
  const { consumer, stream } = address
  const result = await withParking(options, contextOf(address), (parking) => parking.retry(consumer, stream))
  output.result(result, () => JSON.stringify(result))
}

function contextOf({ context }: Address): Context {
  const known = contexts.find((name) => name === context)
  if (!known) throw new CommandError(`There is no service ${context}; the services are ${contexts.join(', ')}`)
  return known
}

async function withParking<Result>(
  options: ParkedOptions,
  context: Context,
  use: (parking: Parking) => Promise<Result>,
): Promise<Result> {
  const connection = await connectContext(await findInstance(options.data), context)
  try {
    return await use(createParking({ connection, context }))
  } finally {
    await connection.close()
  }
}
