import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keyIdOf } from '@afterline/service-kit'
import { CommandError, isMissingFile } from '../instance.ts'

export interface RotatedSealKey {
  /** As the seals name it that it signs. */
  readonly keyId: string
  /** `null` where the folder had none. */
  readonly formerKeyId: string | null
  readonly privateKeyFile: string
  /** Of the new key and of the former: what `verify` needs from now on. */
  readonly publicKeyFiles: readonly string[]
}

/**
 * Puts a new Ed25519 key in the place of `seal.private.pem`; processes sign with it once they are started again. The public
 * key of every one stays under its name, and before anything is replaced both are there: whatever ends this in between,
 * what any of the two signs can be checked.
 */
export async function rotateSealKey(folder: string): Promise<RotatedSealKey> {
  const privateKeyFile = join(folder, 'seal.private.pem')
  const former = await signingKeyIn(privateKeyFile)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const publicKeyFiles = await Promise.all([...(former ? [former] : []), publicKey].map((key) => keep(folder, key)))
  await replace(privateKeyFile, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
  await replace(join(folder, 'seal.public.pem'), pemOf(publicKey))
  return { keyId: keyIdOf(publicKey), formerKeyId: former && keyIdOf(former), privateKeyFile, publicKeyFiles }
}

async function signingKeyIn(file: string): Promise<KeyObject | null> {
  const pem = await readFile(file).catch(nullWhenMissing)
  if (pem === null) return null
  try {
    return createPublicKey(createPrivateKey(pem))
  } catch {
    throw new CommandError(`${file} is no private key (PEM); nothing was changed`)
  }
}

async function keep(folder: string, key: KeyObject): Promise<string> {
  const file = join(folder, `seal.${keyIdOf(key)}.public.pem`)
  await replace(file, pemOf(key))
  return file
}

/** Whole or not at all. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
}

const pemOf = (key: KeyObject) => key.export({ format: 'pem', type: 'spki' }).toString()

function nullWhenMissing(error: unknown): null {
  if (isMissingFile(error)) return null
  throw error
}
