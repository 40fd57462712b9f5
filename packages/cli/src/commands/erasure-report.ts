import { setTimeout as pause } from 'node:timers/promises'
import { type Context, contexts, eventRegistry } from '@afterline/events'
import { type ErasureProof, lastErasureOf, proveErasure, type ToldErasure } from '@afterline/service-kit'
import type { Connection } from 'mongoose'
import { CommandError, type Instance } from '../instance.ts'
import { connectContext } from '../mongodb.ts'
import { type Output, table } from '../output.ts'
import { verifyOne } from './verify.ts'

export interface ErasureReport extends ToldErasure {
  readonly services: readonly (ErasureProof & {
    /** What `verify` finds wrong with its chains, seals and anchors. */
    readonly broken: number
  })[]
  readonly isProven: boolean
}

/** Goes past the services, to what is stored and published. @throws CommandError where nothing was erased */
export async function provenErasure(instance: Instance, customerId: string): Promise<ErasureReport> {
  const erasure = await erasureOf(instance, customerId)
  const services: ErasureReport['services'][number][] = []
  for (const context of contexts) {
    const proof = await proofOf(instance, context, erasure)
    const { broken } = await verifyOne(instance, context)
    services.push({ ...proof, broken: broken.length })
  }
  return { ...erasure, services, isProven: services.every(isAsItShouldBe) }
}

function isAsItShouldBe({ doneAt, readable, keylessFingerprints, broken }: ErasureReport['services'][number]): boolean {
  return doneAt !== null && readable === 0 && keylessFingerprints === 0 && broken === 0
}

const POLL_MS = 250
const PATIENCE_MS = 120_000

/** Each service deletes its key when it has taken in the event. One that is away does so later: then the report says so. */
export async function untilErasedEverywhere(
  instance: Instance,
  customerId: string,
  output: Pick<Output, 'progress'>,
): Promise<void> {
  const erasure = await erasureOf(instance, customerId)
  const giveUpAt = performance.now() + PATIENCE_MS
  for (const context of contexts) {
    while ((await proofOf(instance, context, erasure)).doneAt === null && performance.now() < giveUpAt) {
      output.progress(`Waiting for ${context}`)
      await pause(POLL_MS)
    }
  }
}

async function erasureOf(instance: Instance, customerId: string): Promise<ToldErasure> {
  const erasure = await within(instance, 'customers', (connection) => lastErasureOf(connection, customerId))
  if (erasure === null) throw new CommandError(`Nobody was erased of the customer ${customerId}`)
  return erasure
}

function proofOf(instance: Instance, context: Context, erasure: ToldErasure): Promise<ErasureProof> {
  return within(instance, context, (connection) =>
    proveErasure({ connection, context, registry: eventRegistry }, erasure),
  )
}

async function within<Result>(
  instance: Instance,
  context: Context,
  use: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await connectContext(instance, context)
  try {
    return await use(connection)
  } finally {
    await connection.close()
  }
}

export function textOfReport({ customerId, erasedAt, services, isProven }: ErasureReport): string {
  const head = ['service', 'key deleted', 'unreadable', 'readable', 'since', 'keyless', 'broken']
  const rows = services.map((each) => [
    each.context,
    each.doneAt ?? 'not yet',
    String(each.unreadable),
    String(each.readable),
    String(each.writtenSince),
    String(each.keylessFingerprints),
    String(each.broken),
  ])
  const verdict = isProven ? 'nothing tells them any more, and no chain is broken' : 'this is not proven'
  return `${table(head, rows)}\nThe persons of ${customerId} were erased at ${erasedAt}: ${verdict}`
}
