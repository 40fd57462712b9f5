import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BackupStore } from './backup-store.ts'
import { openBackupStore } from './open-store.ts'

/** A bucket to try, such as `s3://backups`: its contents below a folder of the test's own are removed. See `bucket-store.ts`. */
const bucket = process.env['AFTERLINE_TEST_BUCKET']

describe.each([['volume'], ...(bucket ? [['bucket']] : [])])('a %s', (kind) => {
  let place: string
  let store: BackupStore
  const content = randomBytes(200_000)
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'afterline-store-'))
    place = kind === 'bucket' ? `${bucket}/test-${randomBytes(4).toString('hex')}/backups` : join(folder, 'backups')
    store = await openBackupStore(place)
  })
  afterAll(() => rm(join(place, '..'), { recursive: true, force: true }))

  it('has nothing that nobody wrote (OPS-1)', async () => {
    expect(await store.folders()).toEqual([])
    expect(await store.read('one', 'manifest.json')).toBeNull()
    await store.remove('one', 'manifest.json')
    await store.removeFolder('one')
  })

  it('gives back what was written, the last of it, and names folders in order (OPS-1)', async () => {
    await store.write('two', 'a.part', Buffer.from('earlier'))
    await store.write('two', 'a.part', content)
    await store.write('one', 'a.part', Buffer.alloc(0))
    expect(await store.folders()).toEqual(['one', 'two'])
    expect((await store.read('two', 'a.part'))?.equals(content)).toBe(true)
    expect(await store.read('one', 'a.part')).toEqual(Buffer.alloc(0))
    // Another process sees the same.
    expect((await (await openBackupStore(place)).read('two', 'a.part'))?.equals(content)).toBe(true)
  })

  it('removes a file, and a folder with all that is in it, and nothing beside it (OPS-1)', async () => {
    await store.write('one', 'b.part', content)
    await store.write('one-more', 'c.part', content)
    await store.remove('one', 'a.part')
    expect(await store.read('one', 'a.part')).toBeNull()
    await store.removeFolder('one')
    expect(await store.read('one', 'b.part')).toBeNull()
    expect(await store.folders()).toEqual(['one-more', 'two'])
    for (const folder of await store.folders()) await store.removeFolder(folder)
  })
})

describe('a place for backups', () => {
  it('is a bucket with a name, or a folder', async () => {
    await expect(openBackupStore('s3:///prefix')).rejects.toMatchObject({ code: 'PLACE_UNKNOWN' })
    expect((await openBackupStore('relative/folder')).place).toBe('relative/folder')
  })
})
