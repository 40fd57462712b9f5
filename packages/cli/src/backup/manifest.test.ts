import { randomBytes } from 'node:crypto'
import { parseInstant } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { authenticated, manifestIn, newManifest } from './manifest.ts'

const key = randomBytes(32)
const id = '20260214T020000Z-00000000'
const manifest = newManifest(id, parseInstant('2026-02-14T02:00:00Z'), 'v1')
const text = authenticated(key, manifest)
const spoiled = expect.objectContaining({ code: 'MANIFEST_SPOILED' })

function faultOf(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error
  }
}

describe('a manifest', () => {
  it('says what it said when it was written (OPS-1)', () => {
    expect(manifestIn(key, text, id)).toEqual(manifest)
  })

  it('is read as earlier releases wrote it, without heads of streams (OPS-1)', () => {
    const former = { ...manifest, format: 1 } as const
    expect(manifestIn(key, authenticated(key, former), id)).toEqual(former)
  })

  it('is refused when anything of it was changed (OPS-1)', () => {
    expect(faultOf(() => manifestIn(key, text.replace('v1', 'v2'), id))).toEqual(spoiled)
    expect(faultOf(() => manifestIn(key, text.replace('{', '['), id))).toEqual(spoiled)
  })

  it('is refused under another key, and in the folder of another backup (OPS-1)', () => {
    expect(faultOf(() => manifestIn(randomBytes(32), text, id))).toEqual(spoiled)
    expect(faultOf(() => manifestIn(key, text, '20260215T020000Z-00000000'))).toEqual(spoiled)
  })
})
