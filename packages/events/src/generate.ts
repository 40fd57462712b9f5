import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { incompatibilities } from './compatibility.ts'
import { type ContractFile, contractFiles } from './contract-files.ts'

/*
 * Writes asyncapi.yaml and schemas/*.json. With --check it only says what is not current. A schema file is what was
 * released: one that would refuse what it allowed is not overwritten, the change needs a new version of the event.
 */
const ROOT = join(import.meta.dirname, '..')

function main(isCheck: boolean): number {
  const files = contractFiles()
  const broken = files.flatMap(brokenPromises)
  for (const line of broken) console.error(line)
  if (broken.length > 0) return 1
  const stale = [...files.filter(isStale).map(({ path }) => path), ...strangers(files)]
  if (isCheck) {
    for (const path of stale) console.error(`${path} is not current: run packages/events/src/generate.ts`)
    return stale.length > 0 ? 1 : 0
  }
  for (const path of strangers(files)) rmSync(join(ROOT, path))
  for (const file of files.filter(isStale)) write(file)
  console.log(`${files.length} files, ${stale.length} changed`)
  return 0
}

function brokenPromises({ path, text }: ContractFile): readonly string[] {
  if (!path.startsWith('schemas/') || !existsSync(join(ROOT, path))) return []
  const problems = incompatibilities(JSON.parse(readFileSync(join(ROOT, path), 'utf8')), JSON.parse(text))
  return problems.map((problem) => `${path} ${problem}: keep what was released, or define the next version`)
}

function isStale({ path, text }: ContractFile): boolean {
  return !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text
}

/** Files of event types that are not in the contract any more. */
function strangers(files: readonly ContractFile[]): readonly string[] {
  const known = new Set(files.map(({ path }) => path))
  if (!existsSync(join(ROOT, 'schemas'))) return []
  return readdirSync(join(ROOT, 'schemas')).map((name) => `schemas/${name}`).filter((path) => !known.has(path))
}

function write({ path, text }: ContractFile): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
}

process.exitCode = main(process.argv.includes('--check'))
