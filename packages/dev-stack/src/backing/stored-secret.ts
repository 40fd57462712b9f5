import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The folder of an instance's secrets, for its owner alone. */
export async function secretsFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'secrets')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  return folder
}

/** 32 bytes as text, generated once. */
export async function storedBytes(file: string, encoding: 'base64' | 'base64url' = 'base64'): Promise<string> {
  if (!(await isThere(file))) await writeSecret(file, randomBytes(32).toString(encoding))
  return (await readFile(file, 'utf8')).trim()
}

/** What somebody has put there; `null` where there is nothing. */
export async function keptText(file: string): Promise<string | null> {
  return (await isThere(file)) ? (await readFile(file, 'utf8')).trim() : null
}

export async function writeSecret(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 })
  await chmod(file, 0o600)
}

export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
