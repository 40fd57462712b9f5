import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantFromMillis } from '@afterline/rules'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { backupFolder, newBackupId } from './backup-folder.ts'
import type { BackupStore } from './backup-store.ts'
import { newManifest } from './manifest.ts'
import { removeExpired } from './remove-expired.ts'
import { volumeStore } from './volume-store.ts'

const HOUR_MS = 3600 * 1000
const key = randomBytes(32)
const oneDay = { days: 1, months: 0 }
let volume: string
let store: BackupStore

beforeEach(async () => {
  volume = await mkdtemp(join(tmpdir(), 'afterline-retention-'))
  store = volumeStore(volume)
})
afterEach(() => rm(volume, { recursive: true }))

async function begun(hoursAgo: number, under = key) {
  const at = new Date(Date.now() - hoursAgo * HOUR_MS)
  const manifest = newManifest(newBackupId(at), instantFromMillis(at.getTime()), 'v1')
  const folder = backupFolder(store, manifest.id)
  await folder.writePart('orders.events.000000.part', randomBytes(10))
  await folder.keepUnfinished(under, manifest)
  return { folder, manifest, id: manifest.id }
}

async function complete(hoursAgo: number) {
  const { folder, manifest, id } = await begun(hoursAgo)
  await folder.complete(key, { ...manifest, completedAt: manifest.startedAt })
  return { folder, id }
}

describe('an unfinished backup', () => {
  it('is removed once it does not go on any more: it holds keys of persons, too (OPS-1)', async () => {
    const [left, recent] = [await begun(25), await begun(23)]
    expect(await removeExpired(store, key, oneDay)).toEqual([left.id])
    expect(await store.folders()).toEqual([recent.id])
  })

  it('stays while a process says that it writes it, and where another key made it (OPS-1)', async () => {
    const [written] = [await begun(25), await begun(26, randomBytes(32))]
    const said = { run: '00000000', renewedAt: new Date().toISOString() }
    await store.write(written.id, 'run.json', Buffer.from(JSON.stringify(said)))
    expect(await removeExpired(store, key, oneDay)).toEqual([])
  })
})

describe('a backup that was found to be good', () => {
  it('stays until a newer one is: one that is not checked replaces nothing (OPS-1)', async () => {
    const [good, newer] = [await complete(50), await complete(20)]
    await good.folder.noteCheck(true)
    expect(await removeExpired(store, key, oneDay)).toEqual([])
    await newer.folder.noteCheck(true)
    expect(await removeExpired(store, key, oneDay)).toEqual([good.id])
  })

  it('does so no longer once it is found to be bad (OPS-1)', async () => {
    const [good] = [await complete(50), await complete(20)]
    await good.folder.noteCheck(true)
    await good.folder.noteCheck(false)
    expect(await removeExpired(store, key, oneDay)).toEqual([good.id])
  })
})
