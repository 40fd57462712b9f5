import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { BackupError } from './backup-error.ts'
import { backupFolder } from './backup-folder.ts'
import type { BackupStore } from './backup-store.ts'

/*
 * Who writes a backup says so in its folder, again and again: a store has no locks that all stores have. Should two believe
 * that they write the same one, because one of them stood still for long, neither spoils what the other wrote: names of
 * parts are those of one run.
 */

const FILE = 'run.json'

/** A process that writes a backup. */
export interface BackupRun {
  /** What no other run has; hexadecimal. */
  readonly name: string
  /** @throws BackupError UNDER_WAY where another run has gone on with this backup meanwhile, or is done with it */
  requireAlone(): Promise<void>
  end(): Promise<void>
}

/** Says from now on that this process writes the backup. */
export async function beginRun(store: BackupStore, id: string, renewedMs: number): Promise<BackupRun> {
  const name = randomBytes(4).toString('hex')
  const claim = () =>
    store.write(id, FILE, Buffer.from(JSON.stringify({ run: name, renewedAt: new Date().toISOString() })))
  const isMine = async () => saidIn(await store.read(id, FILE))?.run === name
  const requireAlone = async () => {
    if (!(await isMine()) || (await backupFolder(store, id).hasManifest())) throw underWay(id)
  }
  // What fails in passing is repeated, and what goes on failing, the next look tells.
  const renew = () =>
    requireAlone()
      .then(claim)
      .catch(() => {})
  await claim()
  let renewed = Promise.resolve()
  const renewing = setInterval(() => {
    renewed = renewed.then(renew)
  }, renewedMs)
  renewing.unref()
  return {
    name,
    requireAlone,
    async end() {
      clearInterval(renewing)
      await renewed
      // A name that stays is taken for that of somebody who was killed.
      const isStill = await isMine().catch(() => false)
      if (isStill) await store.remove(id, FILE).catch(() => {})
    },
  }
}

/** Waits for as long as it takes to see whether somebody writes this backup. @throws BackupError UNDER_WAY */
export async function requireNoRun(store: BackupStore, id: string, renewedMs: number): Promise<void> {
  const said = await store.read(id, FILE)
  if (said === null) return
  await delay(4 * renewedMs)
  const now = await store.read(id, FILE)
  // Who was killed says the same ever after; clocks of two machines need not agree for that.
  if (now !== null && !now.equals(said)) throw underWay(id)
}

const underWay = (id: string) =>
  new BackupError('UNDER_WAY', `another process writes backup ${id}, or has written it: wait until it is done`)

const saidSchema = z.object({ run: z.string(), renewedAt: z.iso.datetime() })

function saidIn(said: Buffer | null): z.infer<typeof saidSchema> | null {
  try {
    return saidSchema.parse(JSON.parse(said?.toString('utf8') ?? ''))
  } catch {
    return null
  }
}

/** Whether somebody said since that instant, in milliseconds since 1970, that he writes this backup. */
export async function hasRunSince(store: BackupStore, id: string, since: number): Promise<boolean> {
  const said = saidIn(await store.read(id, FILE))
  return said !== null && Date.parse(said.renewedAt) > since
}
