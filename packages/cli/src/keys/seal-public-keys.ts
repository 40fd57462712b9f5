import { createPublicKey, type KeyObject } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keyIdOf } from '@afterline/service-kit'
import { CommandError, type Instance } from '../instance.ts'

/** The key that signs now, and former ones under `seal.<anything>.public.pem`; keys for anything else do not count as such. */
const SEAL_FILE = /^seal\.(?:.+\.)?public\.pem$/

/**
 * The public keys that seals are checked with: of the key that signs now, and of every one before it.
 * @throws CommandError where there is none, or what is named cannot be read
 */
export async function sealPublicKeysOf({ secretsDir }: Pick<Instance, 'secretsDir'>): Promise<readonly KeyObject[]> {
  const named = [
    process.env['AFTERLINE_SEAL_PUBLIC_KEY'] ?? '',
    ...membersOf(process.env['AFTERLINE_SEAL_PUBLIC_KEYS']),
  ]
  const places = named.filter((place) => place !== '')
  return sealPublicKeysIn(places.length > 0 ? places : [secretsDir])
}

const membersOf = (text = '') => text.split(',').map((member) => member.trim())

/**
 * @param places files, or folders with `seal.public.pem` and `seal.<anything>.public.pem`
 * @throws CommandError where there is none, or what is named cannot be read
 */
export async function sealPublicKeysIn(places: readonly string[]): Promise<readonly KeyObject[]> {
  const files = (await Promise.all(places.map(filesAt))).flat()
  const keys = await Promise.all(files.map(publicKeyIn))
  if (keys.length > 0) return [...new Map(keys.map((key) => [keyIdOf(key), key])).values()]
  const where = places.join(', ')
  throw new CommandError(`${where}: no seal.public.pem; name the seals' public keys in AFTERLINE_SEAL_PUBLIC_KEYS`)
}

async function filesAt(place: string): Promise<readonly string[]> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return [place]
  const names = (await readdir(place)).filter((name) => SEAL_FILE.test(name))
  return names.toSorted().map((name) => join(place, name))
}

async function publicKeyIn(file: string): Promise<KeyObject> {
  const pem = await readFile(file).catch(() => null)
  if (pem === null) {
    throw new CommandError(`${file} is not there; name the seals' public keys in AFTERLINE_SEAL_PUBLIC_KEYS`)
  }
  try {
    return createPublicKey(pem)
  } catch {
    throw new CommandError(`${file} is no public key (PEM)`)
  }
}
