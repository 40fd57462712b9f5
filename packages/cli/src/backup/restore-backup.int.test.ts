import { contexts } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createSmallInstance, interruptedAt, type SmallInstance, silent } from './fixtures/small-instance.ts'
import { type RestoreOptions, restoreBackup } from './restore-backup.ts'

let small: SmallInstance

beforeAll(async () => {
  small = await createSmallInstance()
  await small.take()
})
afterAll(() => small.dispose())

async function restore(name: string, how: Partial<RestoreOptions> = {}) {
  const options = { progress: silent, isOverwriting: false, isRepublishing: false, ...how }
  await restoreBackup({
    backup: await small.open(),
    client: small.client,
    prefix: `${small.prefix}_${name}`,
    ...options,
  })
}

const countsOf = (name: string, collection: string) =>
  Promise.all(contexts.map((context) => of(name, contexts.indexOf(context), collection).countDocuments()))

function of(name: string, context: number, collection: string) {
  return small.collectionOf(`${small.prefix}_${name}`, contexts[context] ?? 'orders', collection)
}

const each = (count: number) => contexts.map(() => count)

describe('a restore that is interrupted', () => {
  const interrupted = (name: string, isRepublishing: boolean) =>
    expect(restore(name, { isRepublishing, progress: interruptedAt('surveys', 1) })).rejects.toThrow('interrupted')

  it('does not go on in the other way, which would leave some as published and some not (OPS-1)', async () => {
    await interrupted('once', false)
    await expect(restore('once', { isRepublishing: true })).rejects.toMatchObject({ code: 'TARGET_BEGUN_OTHERWISE' })
    await restore('once')
    expect(await countsOf('once', 'publishedSeals')).toEqual(each(1))
    await interrupted('again', true)
    await expect(restore('again')).rejects.toMatchObject({ code: 'TARGET_BEGUN_OTHERWISE' })
    await restore('again', { isRepublishing: true })
    expect(await countsOf('again', 'publishedSeals')).toEqual(each(0))
  })

  it('begins anew in the other way where it may overwrite (OPS-1)', async () => {
    await interrupted('over', false)
    await restore('over', { isRepublishing: true, isOverwriting: true })
    expect(await countsOf('over', 'publishedSeals')).toEqual(each(0))
    expect(await countsOf('over', 'events')).toEqual(each(10))
  })
})

describe('a restore over databases that services run on', () => {
  it.each(['leases', 'relayMembers'])('is refused before anything is dropped, as %s tell (OPS-1)', async (renewed) => {
    const name = `served_${renewed}`
    await restore(name)
    const last = of(name, contexts.length - 1, renewed)
    await last.insertOne({ _id: 'relay', expiresAt: new Date(Date.now() + 60_000) })
    await expect(restore(name, { isOverwriting: true })).rejects.toMatchObject({ code: 'TARGET_SERVED' })
    expect(await countsOf(name, 'events')).toEqual(each(10))
    await last.updateOne({ _id: 'relay' }, { $set: { expiresAt: new Date(Date.now() - 1) } })
    await restore(name, { isOverwriting: true })
    expect(await last.countDocuments()).toBe(0)
  })
})
