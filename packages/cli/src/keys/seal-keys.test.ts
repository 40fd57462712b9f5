import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyIdOf } from '@afterline/service-kit'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { rotateSealKey } from './rotate-seal-key.ts'
import { sealPublicKeysIn } from './seal-public-keys.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-seal-keys-'))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const idsIn = async (places: readonly string[] = [folder]) => (await sealPublicKeysIn(places)).map(keyIdOf).toSorted()

async function writePair(name: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  await writeFile(at(`${name}.private.pem`), privateKey.export({ format: 'pem', type: 'pkcs8' }))
  await writeFile(at(`${name}.public.pem`), publicKey.export({ format: 'pem', type: 'spki' }))
  return keyIdOf(publicKey)
}

describe('a seal key that is rotated', () => {
  it('gives way to a new one, and both can be checked', async () => {
    const former = await writePair('seal')
    const rotated = await rotateSealKey(folder)
    expect(rotated.formerKeyId).toBe(former)
    expect(rotated.keyId).not.toBe(former)
    const signing = createPrivateKey(await readFile(at('seal.private.pem')))
    expect(keyIdOf(createPublicKey(signing))).toBe(rotated.keyId)
    expect(keyIdOf(createPublicKey(await readFile(at('seal.public.pem'))))).toBe(rotated.keyId)
    expect(await idsIn()).toEqual([former, rotated.keyId].toSorted())
    expect(await idsIn(rotated.publicKeyFiles)).toEqual([former, rotated.keyId].toSorted())
  })

  it('again and again leaves every one of them, readable by their owner only', async () => {
    const first = await writePair('seal')
    const ids = [first]
    for (let turn = 0; turn < 3; turn += 1) ids.push((await rotateSealKey(folder)).keyId)
    expect(await idsIn()).toEqual(ids.toSorted())
    const names = (await readdir(folder)).filter((name) => !/^seal\.p/.test(name))
    for (const name of names) expect((await stat(at(name))).mode & 0o777).toBe(0o600)
  })

  it('was never there in an empty folder, where the first one is made', async () => {
    const { keyId, formerKeyId } = await rotateSealKey(folder)
    expect(formerKeyId).toBeNull()
    expect(await idsIn()).toEqual([keyId])
  })

  it('and cannot be read stays as it is', async () => {
    await writeFile(at('seal.private.pem'), 'no key')
    await expect(rotateSealKey(folder)).rejects.toThrow('nothing was changed')
    expect(await readdir(folder)).toEqual(['seal.private.pem'])
  })
})

describe('the public keys of seals', () => {
  it('in a folder are those of seals alone: whoever signs anything else signs no seal (ETH-1)', async () => {
    const seal = await writePair('seal')
    await writePair('principal')
    await writePair('local-issuer')
    expect(await idsIn()).toEqual([seal])
  })

  it('may be named one by one, and a key that is named twice is one', async () => {
    const [one, other] = [await writePair('2025'), await writePair('2026')]
    const files = [at('2025.public.pem'), at('2026.public.pem'), at('2025.public.pem')]
    expect(await idsIn(files)).toEqual([one, other].toSorted())
  })

  it('that are not there, or are none, are told by their file', async () => {
    await expect(sealPublicKeysIn([at('seal.public.pem')])).rejects.toThrow(at('seal.public.pem'))
    await expect(sealPublicKeysIn([folder])).rejects.toThrow(folder)
    await writeFile(at('seal.public.pem'), 'no key')
    await expect(sealPublicKeysIn([folder])).rejects.toThrow('is no public key')
  })
})
