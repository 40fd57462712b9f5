import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { incompatibilities } from './compatibility.ts'
import { type ContractFile, contractFiles } from './contract-files.ts'

/*
 * Writes asyncapi.yaml and schemas/*.json. With --check it only says what is not current. A schema file is what was
 * released, and topics hold such events for ever: it is not overwritten by one that refuses what it allowed, nor removed.
 * Whoever changes an event that never left development deletes its file first.
 */
const ROOT = join(import.meta.dirname, '..')

function main(isCheck: boolean): number {
  const files = contractFiles()
  const broken = [...files.flatMap(brokenPromises), ...forgotten(files)]
  for (const line of broken) console.error(line)
  if (broken.length > 0) return 1
  const stale = files.filter(isStale).map(({ path }) => path)
  if (isCheck) {
    for (const path of stale) console.error(`${path} is not current: run packages/events/src/generate.ts`)
    return stale.length > 0 ? 1 : 0
  }
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

/** Types and versions that were released and are not in the contract any more. */
function forgotten(files: readonly ContractFile[]): readonly string[] {
  const known = new Set(files.map(({ path }) => path))
  if (!existsSync(join(ROOT, 'schemas'))) return []
  return readdirSync(join(ROOT, 'schemas'))
    .map((name) => `schemas/${name}`)
    .filter((path) => !known.has(path))
    .map((path) => `${path} is not in the contract any more: history may hold such events`)
}

function write({ path, text }: ContractFile): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
}

process.exitCode = main(process.argv.includes('--check'))
