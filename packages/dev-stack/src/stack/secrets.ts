import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What an instance must keep for itself. Generated once; readable by the owner only. */
export interface Secrets {
  /** 32 bytes in base64: wraps the customers' data keys. */
  readonly masterKey: string
  /** 32 bytes in base64: signs invitations to surveys. */
  readonly surveySecret: string
  /** Ed25519, paths of PEM files: PKCS8 private keys, and the SPKI public key where somebody else verifies. */
  readonly seal: KeyFiles
  readonly principal: KeyFiles
  readonly localIssuer: KeyFiles
}

export interface KeyFiles {
  readonly privateKeyFile: string
  readonly publicKeyFile: string
}

/** Reads the secrets of the instance in `dataDir`, generating what is not there yet. */
export async function instanceSecrets(dataDir: string): Promise<Secrets> {
  const folder = join(dataDir, 'secrets')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  return {
    masterKey: await storedBytes(join(folder, 'master-key')),
    surveySecret: await storedBytes(join(folder, 'survey-secret')),
    seal: await storedKeyPair(folder, 'seal'),
    principal: await storedKeyPair(folder, 'principal'),
    localIssuer: await storedKeyPair(folder, 'local-issuer'),
  }
}

async function storedBytes(file: string): Promise<string> {
  if (!(await exists(file))) await writeSecret(file, randomBytes(32).toString('base64'))
  return (await readFile(file, 'utf8')).trim()
}

async function storedKeyPair(folder: string, name: string): Promise<KeyFiles> {
  const privateKeyFile = join(folder, `${name}.private.pem`)
  const publicKeyFile = join(folder, `${name}.public.pem`)
  if (!(await exists(privateKeyFile)) || !(await exists(publicKeyFile))) {
    const pair = generateKeyPairSync('ed25519')
    await writeSecret(privateKeyFile, pem(pair.privateKey, 'pkcs8'))
    await writeSecret(publicKeyFile, pem(pair.publicKey, 'spki'))
  }
  return { privateKeyFile, publicKeyFile }
}

function pem(key: KeyObject, type: 'pkcs8' | 'spki'): string {
  return key.export({ format: 'pem', type }).toString()
}

async function writeSecret(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 })
  await chmod(file, 0o600)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
