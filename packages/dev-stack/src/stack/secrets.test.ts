import { createPrivateKey, createPublicKey } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { instanceSecrets } from './secrets.ts'

describe('the secrets of an instance', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterline-secrets-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('are the same at the next start', async () => {
    const first = await instanceSecrets(folder)
    expect(await instanceSecrets(folder)).toEqual(first)
    expect(Buffer.from(first.masterKey, 'base64')).toHaveLength(32)
  })

  it('are readable by their owner only', async () => {
    await instanceSecrets(folder)
    const secrets = join(folder, 'secrets')
    for (const name of await readdir(secrets)) expect((await stat(join(secrets, name))).mode & 0o777).toBe(0o600)
  })

  it('hold Ed25519 keys whose public half belongs to the private one', async () => {
    const { seal } = await instanceSecrets(folder)
    const derived = createPublicKey(createPrivateKey(await readFile(seal.privateKeyFile)))
    expect(derived.asymmetricKeyType).toBe('ed25519')
    expect(derived.export({ format: 'pem', type: 'spki' })).toBe(await readFile(seal.publicKeyFile, 'utf8'))
  })
})
