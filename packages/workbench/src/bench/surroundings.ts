import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '@afterline/dev-stack'
import { freeLayout, openBackingSession, repositoryRoot, type Stack, startStack } from '@afterline/dev-stack'
import type { Need } from './catalogue.ts'

/** Empty MongoDB and Kafka, and on them a whole Afterline; each begins when first needed. */
export interface BenchSurroundings {
  /** Variables that tell a benchmark where everything is. */
  environment(need: Need): Promise<Readonly<Record<string, string>>>
  stop(): Promise<void>
}

export interface SurroundingsOptions {
  readonly mark: string
  readonly log: Log
  readonly signal: AbortSignal
}

const dataDir = join(repositoryRoot, '.afterline-test', 'bench')

/** @throws SetupError when another run uses the folder */
export async function openSurroundings(options: SurroundingsOptions): Promise<BenchSurroundings> {
  const session = await openBackingSession({ ...options, dataDir })
  let stack: Promise<Stack> | undefined

  async function backing() {
    const { mongodbUri, kafkaBrokers } = await session.services()
    return { MONGODB_URI: mongodbUri, KAFKA_BROKERS: kafkaBrokers }
  }

  return {
    async environment(need) {
      if (need === 'nothing') return {}
      const variables = await backing()
      if (need === 'backing') return variables
      // The stack finds MongoDB and Kafka where the command line of an operator would look for them.
      Object.assign(process.env, variables)
      stack ??= startOnBacking(options)
      return { ...variables, AFTERLINE_BENCH_DATA: (await stack).dataDir }
    },
    async stop() {
      await stack?.then(
        (started) => started.stop(),
        () => {},
      )
      await session.stop()
    },
  }
}

async function startOnBacking({ mark, log, signal }: SurroundingsOptions): Promise<Stack> {
  const folder = join(dataDir, 'stack')
  await rm(join(folder, 'logs'), { recursive: true, force: true })
  return startStack({ root: repositoryRoot, dataDir: folder, layout: await freeLayout(), mark, log, signal })
}
