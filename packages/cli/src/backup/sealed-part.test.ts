import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { keysOf } from './backup-keys.ts'
import { documentsIn, inParts } from './document-parts.ts'
import { openPart, sealPart } from './sealed-part.ts'

const key = randomBytes(32)
const place = { backupId: '20260214T020000Z-00000000', database: 'own_orders', collection: 'events', index: 3 }
const documents = Buffer.from('what was stored')

describe('a part of a backup', () => {
  it('is what was written, for whoever has the key (OPS-1)', async () => {
    expect(await openPart(key, place, await sealPart(key, place, documents))).toEqual(documents)
  })

  it.each([
    ['at another position', { index: 4 }],
    ['of another collection', { collection: 'seals' }],
    ['of another database', { database: 'own_surveys' }],
    ['of another backup', { backupId: '20260215T020000Z-00000000' }],
  ])('cannot be put in the place of one %s (OPS-1)', async (_, other) => {
    const sealed = await sealPart(key, place, documents)
    await expect(openPart(key, { ...place, ...other }, sealed)).rejects.toMatchObject({ code: 'PART_SPOILED' })
  })

  it('opens neither by another key, nor with any byte changed or cut off (OPS-1)', async () => {
    const sealed = await sealPart(key, place, documents)
    const spoiled = { code: 'PART_SPOILED' }
    await expect(openPart(randomBytes(32), place, sealed)).rejects.toMatchObject(spoiled)
    for (const at of sealed.keys()) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      await expect(openPart(key, place, changed)).rejects.toMatchObject(spoiled)
      await expect(openPart(key, place, sealed.subarray(0, at))).rejects.toMatchObject(spoiled)
    }
  })

  it('is under a key that no other backup has (OPS-1)', () => {
    const [one, other] = ['20260214T020000Z-00000000', '20260215T020000Z-00000000'].map((id) => keysOf(key, id))
    expect(one?.parts).not.toEqual(other?.parts)
    expect(one?.parts).not.toEqual(one?.manifest)
  })
})

describe('documents', () => {
  const bson = (size: number) => {
    const document = Buffer.alloc(size, size)
    document.writeInt32LE(size)
    return document
  }
  async function* all(...sizes: readonly number[]) {
    for (const size of sizes) yield bson(size)
  }

  it('are gathered until a part is full, and none is divided (OPS-1)', async () => {
    const parts: number[][] = []
    for await (const { documents: count, bytes } of inParts(all(10, 20, 90, 5), 25)) {
      const sizes = [...documentsIn(bytes)].map(({ length }) => length)
      expect(sizes).toHaveLength(count)
      parts.push(sizes)
    }
    expect(parts).toEqual([[10, 20], [90], [5]])
  })
})
