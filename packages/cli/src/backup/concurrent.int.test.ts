import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contexts } from '@afterline/events'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { BackupStore } from './backup-store.ts'
import { createSmallInstance, interruptedAt, type SmallInstance } from './fixtures/small-instance.ts'

const RENEWED_MS = 250
let small: SmallInstance

beforeEach(async () => {
  small = await createSmallInstance()
})
afterEach(() => small.dispose())

const take = (options: Parameters<SmallInstance['take']>[0] = {}) => small.take({ renewedMs: RENEWED_MS, ...options })

/** A store that tells when a file is about to be written, and waits before it is: all writes after it wait, too. */
function standingStillAt(file: string): { store: BackupStore; reached: Promise<void>; goOn: () => void } {
  const [reached, going] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let isStanding = false
  const store: BackupStore = {
    ...small.store,
    async write(...args) {
      if (args[1] === file) isStanding = true
      if (isStanding) reached.resolve()
      if (isStanding) await going.promise
      await small.store.write(...args)
    },
  }
  return { store, reached: reached.promise, goOn: () => going.resolve() }
}

describe('a backup while another process writes one', () => {
  it('is refused, and leaves the other one alone (OPS-1)', async () => {
    const held = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    const store: BackupStore = {
      ...small.store,
      async write(...args) {
        if (args[1] === 'surveys.events.000000.part') {
          reached.resolve()
          await held.promise
        }
        await small.store.write(...args)
      },
    }
    const first = take({ store })
    await reached.promise
    await expect(take()).rejects.toMatchObject({ code: 'UNDER_WAY' })
    held.resolve()
    const taken = await first
    expect((await small.open()).manifest).toEqual(taken)
  })
})

describe('a process that stood still for long while it wrote a backup', () => {
  it('spoils nothing of the run that went on with it, and says so (OPS-1)', async () => {
    const { store, reached, goOn } = standingStillAt('orders.events.000001.part')
    const first = take({ store }).catch((error: unknown) => error)
    await reached
    const second = await take()
    goOn()
    expect(await first).toMatchObject({ code: 'UNDER_WAY' })
    // Reads every part, and compares it with the manifest.
    expect((await small.open()).manifest).toEqual(second)
    expect(await small.store.folders()).toEqual([second.id])
  })
})

describe('an unfinished backup that cannot be read', () => {
  const interrupted = async (options: Parameters<SmallInstance['take']>[0] = {}) => {
    await expect(take({ progress: interruptedAt('surveys events'), ...options })).rejects.toThrow('interrupted')
    return (await small.store.folders()).at(-1) ?? ''
  }

  it('because another key made it, is left alone, and another one is made (OPS-1)', async () => {
    const left = await interrupted({ key: randomBytes(32) })
    const taken = await take()
    expect(taken.id).not.toBe(left)
    expect(taken.databases.map(({ context }) => context)).toEqual(contexts)
  })

  it('because it is damaged, is left alone, and another one is made (OPS-1)', async () => {
    const left = await interrupted()
    await writeFile(join(small.volume, left, 'unfinished.json'), '{')
    expect((await take()).id).not.toBe(left)
  })
})
