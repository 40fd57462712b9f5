import { setTimeout as delay } from 'node:timers/promises'
import { type Context, contexts } from '@afterline/events'
import { type KeyRotationState, keyRotationState, requestKeyRotation } from '@afterline/service-kit'
import type { Connection } from 'mongoose'
import { CommandError, type Instance } from '../instance.ts'
import { connectContext } from '../mongodb.ts'
import type { ProgressBar } from '../progress.ts'

export type ServiceKeys = { readonly context: Context } & KeyRotationState

const POLL_MS = 250
/** How long a rotation may stand still before this command leaves it to the services. */
const PATIENCE_MS = 60_000

/** How many data keys of each service are under another master key than they are to be. */
export async function keysUnderMasterKeys(instance: Instance): Promise<readonly ServiceKeys[]> {
  return withContexts(instance, async (connection, context) => ({ context, ...(await keyRotationState(connection)) }))
}

/**
 * Asks every service to put its data keys under the present master key, and waits until none is under another.
 * @throws CommandError where no process of a service says that it has a former one; then nobody is asked
 */
export async function rotateMasterKey(instance: Instance, bar: ProgressBar): Promise<readonly ServiceKeys[]> {
  const before = await keysUnderMasterKeys(instance)
  const unready = before.filter(({ masterKey }) => masterKey === null).map(({ context }) => context)
  if (unready.length > 0) {
    throw new CommandError(
      `${unready.join(', ')}: no process was started with a former master key; set AFTERLINE_MASTER_KEY_FORMER first`,
    )
  }
  return withContexts(instance, async (connection, context) => {
    const { masterKey, remaining, isOpen } = await keyRotationState(connection)
    if (masterKey !== null && (remaining !== 0 || isOpen)) {
      await requestKeyRotation(connection, masterKey)
      await follow(connection, context, bar)
    }
    return { context, ...(await keyRotationState(connection)) }
  })
}

/** Until nothing is left, or nothing has moved for too long. */
async function follow(connection: Connection, context: Context, bar: ProgressBar): Promise<void> {
  let shown: number | null = null
  let movedAt = performance.now()
  for (;;) {
    const { rewrapped, remaining, isOpen } = await keyRotationState(connection)
    if (shown === null) bar.start(context, rewrapped + (remaining ?? 0))
    if (rewrapped !== shown) movedAt = performance.now()
    bar.advance(rewrapped - (shown ?? 0))
    shown = rewrapped
    if (!isOpen || performance.now() - movedAt > PATIENCE_MS) return bar.end()
    await delay(POLL_MS)
  }
}

async function withContexts<Result>(
  instance: Instance,
  work: (connection: Connection, context: Context) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const context of contexts) {
    const connection = await connectContext(instance, context)
    try {
      results.push(await work(connection, context))
    } finally {
      await connection.close()
    }
  }
  return results
}
