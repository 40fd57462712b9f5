import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { isThere, keptText, secretsFolder, storedBytes, writeSecret } from '../backing/stored-secret.ts'
import { type ServiceName, serviceNames } from './layout.ts'

/** What an instance must keep for itself. Generated once; readable by the owner only. */
export interface Secrets {
  /** 32 bytes in base64: wraps the customers' data keys. */
  readonly masterKey: string
  /** The one before it, where somebody has put it into `master-key.former`; until then `null`. */
  readonly formerMasterKey: string | null
  /** Names of those that are gone for good, where somebody has put them into `master-key.lost`; else `null`. */
  readonly lostMasterKeys: string | null
  /** 32 bytes in base64: signs invitations to surveys. */
  readonly surveySecret: string
  /** Ed25519, paths of PEM files: PKCS8 private keys, and the SPKI public key where somebody else verifies. */
  readonly seal: KeyFiles
  readonly principal: KeyFiles
  readonly localIssuer: KeyFiles
  /** Of the users in MongoDB. */
  readonly databasePasswords: Readonly<Record<ServiceName | 'operator', PasswordFile>>
}

export interface PasswordFile {
  readonly file: string
  readonly password: string
}

export interface KeyFiles {
  readonly privateKeyFile: string
  readonly publicKeyFile: string
}

/** Reads the secrets of the instance in `dataDir`, generating what is not there yet. */
export async function instanceSecrets(dataDir: string): Promise<Secrets> {
  const folder = await secretsFolder(dataDir)
  return {
    masterKey: await storedBytes(join(folder, 'master-key')),
    formerMasterKey: await keptText(join(folder, 'master-key.former')),
    lostMasterKeys: await keptText(join(folder, 'master-key.lost')),
    surveySecret: await storedBytes(join(folder, 'survey-secret')),
    seal: await storedKeyPair(folder, 'seal'),
    principal: await storedKeyPair(folder, 'principal'),
    localIssuer: await storedKeyPair(folder, 'local-issuer'),
    databasePasswords: await databasePasswordsIn(folder),
  }
}

async function databasePasswordsIn(folder: string): Promise<Secrets['databasePasswords']> {
  const entries = [...serviceNames, 'operator'].map(async (holder) => {
    const file = join(folder, `mongodb-${holder}.password`)
    return [holder, { file, password: await storedBytes(file, 'base64url') }]
  })
  // One entry for each name, as just mapped.
  return Object.fromEntries(await Promise.all(entries)) as Secrets['databasePasswords']
}

async function storedKeyPair(folder: string, name: string): Promise<KeyFiles> {
  const privateKeyFile = join(folder, `${name}.private.pem`)
  const publicKeyFile = join(folder, `${name}.public.pem`)
  if (!(await isThere(privateKeyFile)) || !(await isThere(publicKeyFile))) {
    const pair = generateKeyPairSync('ed25519')
    await writeSecret(privateKeyFile, pem(pair.privateKey, 'pkcs8'))
    await writeSecret(publicKeyFile, pem(pair.publicKey, 'spki'))
  }
  return { privateKeyFile, publicKeyFile }
}

function pem(key: KeyObject, type: 'pkcs8' | 'spki'): string {
  return key.export({ format: 'pem', type }).toString()
}
