import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SetupError } from '../backing/contract.ts'
import { DEFAULT_PORT, layoutAt } from './layout.ts'

export interface StartOptions {
  /** Absolute. Data, logs and secrets of the instance. */
  readonly dataDir: string
  /** The gateway's port; the next seven are used too. */
  readonly port: number
  /** Begin without the sample company. */
  readonly empty: boolean
  /** Remove what an earlier run has stored in `dataDir`. */
  readonly fresh: boolean
  readonly help: boolean
}

export const START_HELP = `Usage: npm start -- [options]

Runs the whole of Afterline on this machine: MongoDB, Kafka, four services, the gateway, and a sample company.
Stop it with Ctrl-C. Data and logs survive; the next start goes on with them.

  --empty      begin without the sample company
  --fresh      forget everything stored by earlier runs, then start
  --data DIR   where data, logs and secrets are kept (default: .afterline in this repository)
  --port N     the gateway's port (default: ${DEFAULT_PORT}); N+1 to N+4 are the services, N+5 MongoDB, N+6 and N+7 Kafka,
               N+1000 to N+1005 health and metrics
  --help       this text

Two instances live side by side with different --data and --port, for example:
  npm start -- --data .afterline-second --port 4010

MONGODB_URI (a replica set) and KAFKA_BROKERS, when set, are used instead of starting MongoDB and Kafka.
`

/** @throws SetupError that names the option at fault. */
export function parseStartOptions(args: readonly string[], root: string): StartOptions {
  const { values } = parse(args)
  return {
    dataDir: resolve(root, values.data ?? '.afterline'),
    port: values.port === undefined ? DEFAULT_PORT : parsePort(values.port),
    empty: values.empty ?? false,
    fresh: values.fresh ?? false,
    help: values.help ?? false,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        empty: { type: 'boolean' },
        fresh: { type: 'boolean' },
        data: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${START_HELP}`, { cause: error })
  }
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1024 || port > HIGHEST_PORT)
    throw new SetupError(`--port must be a number from 1024 to ${HIGHEST_PORT}, not '${text}'.`)
  const { gateway, services, operations, delivery } = layoutAt(port)
  const unreachable = [gateway, ...Object.values(services), ...Object.values(operations), delivery].find(isBadPort)
  if (unreachable === undefined) return port
  throw new SetupError(`--port ${port} would take port ${unreachable}, which no browser talks to. Choose another one.`)
}

/** N+1005 is the last one that is taken. */
const HIGHEST_PORT = 64_530

/** Those above 1023 that fetch refuses, in Node as in browsers: the "bad ports" of the Fetch standard. */
const BAD_PORTS: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

function isBadPort(port: number): boolean {
  return BAD_PORTS.has(port)
}
