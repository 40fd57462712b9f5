import { type Context, contexts } from '@afterline/events'
import {
  anchorsFrom,
  createKafka,
  createSilentLogger,
  type VerificationProgress,
  verifyContext,
} from '@afterline/service-kit'
import type { Command } from 'commander'
import { findInstance, type Instance } from '../instance.ts'
import { sealPublicKeysOf } from '../keys/seal-public-keys.ts'
import { connectContext } from '../mongodb.ts'
import { createProgressBar, type ProgressBar } from '../progress.ts'

import type { CommandIo } from './io.ts'

interface VerifyOptions {
  readonly data: string
  readonly json?: boolean
}

export type Verification = Awaited<ReturnType<typeof verifyContext>>

export function addVerifyCommand(program: Command, io: CommandIo): void {
  program
    .command('verify')
    .description('Check hash chains, seals and published anchors; exit code 1 when anything was tampered with')
    .action((_, command: Command) => io.run<VerifyOptions>(command, printVerification))
}

async function printVerification(options: VerifyOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const instance = await findInstance(options.data)
  const results: Verification[] = []
  for (const context of contexts) results.push(await verifyOne(instance, context))
  const broken = results.flatMap((result, index) =>
    result.broken.map((item) => ({ context: contexts[index], ...item })),
  )
  const sum = (count: (result: Verification) => number) => results.reduce((total, result) => total + count(result), 0)
  const result = { streams: sum(({ streams }) => streams), events: sum(({ events }) => events), broken }
  output.result(result, () => {
    const checked = `${result.events} events in ${result.streams} streams checked`
    if (broken.length === 0) return `${checked}: nothing was changed, removed or inserted`
    return [`${checked}: ${broken.length} problems`, ...broken.map((item) => `  ${JSON.stringify(item)}`)].join('\n')
  })
  if (broken.length > 0) process.exitCode = 1
}

/** Everything that one service has stored and published. */
export async function verifyOne(instance: Instance, context: Context): Promise<Verification> {
  const publicKeys = await sealPublicKeysOf(instance)
  const { kafkaBrokers: brokers, kafkaAccess, topicPrefix } = instance
  const kafka = createKafka({
    brokers,
    clientId: 'afterline-verify',
    topicPrefix,
    log: createSilentLogger(),
    ...kafkaAccess,
  })
  const connection = await connectContext(instance, context)
  const progress = createProgressBar()
  try {
    const anchors = anchorsFrom(kafka, context)
    return await verifyContext({ connection, context, publicKeys, anchors, onProgress: shownOn(progress) })
  } finally {
    await connection.close()
    await kafka.close()
  }
}

/** One bar per phase of the check. */
function shownOn(bar: ProgressBar): (progress: VerificationProgress) => void {
  let shown = { phase: '', done: 0 }
  return ({ phase, done, total }) => {
    if (phase !== shown.phase) {
      bar.start(phase.toLowerCase(), total)
      shown = { phase, done: 0 }
    }
    bar.advance(done - shown.done)
    shown = { phase, done }
    if (done === total) bar.end()
  }
}
