import { globSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { type AggregateFolder, aggregateFolders, isTest } from './aggregate-folders.ts'

/** One suffix for one thing: what a file of an aggregate is, its name says. */
const SUFFIXES = [
  '.ts',
  '.refusals.ts',
  '.graphql',
  '.graph.ts',
  '.test.ts',
  '.int.test.ts',
  '.samples.ts',
  '.fixture.ts',
] as const

/** Lines after which a file holds two ideas. */
const LONGEST = 250

/** What is wrong with the files in the folders of aggregates, a line each; `undefined` when nothing is. */
export function fileNameFaults(root: string): string | undefined {
  const places = globSync('services/*/src/**', {
    cwd: root,
    withFileTypes: true,
    exclude: (one) => one.name === 'node_modules',
  })
  const files = places.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const lines = new Map(files.map((file) => [relative(root, file).replaceAll('\\', '/'), linesOf(file)]))
  const faults = faultsOfNames(lines)
  return faults.length === 0 ? undefined : faults.join('\n')
}

/** @param lines how many lines each file has, relative to the repository, with forward slashes */
export function faultsOfNames(lines: ReadonlyMap<string, number>): readonly string[] {
  const folderOf = aggregateFolders(lines.keys())
  return [...lines]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, count]) => {
      const folder = folderOf(file)
      return folder === undefined ? [] : problemsOf(file, count, folder).map((problem) => `${file}: ${problem}`)
    })
}

function problemsOf(file: string, lines: number, { name }: AggregateFolder): readonly string[] {
  const base = basename(file)
  const suffix = base.slice(base.indexOf('.'))
  return [
    ...(SUFFIXES.some((known) => known === suffix) ? [] : [`"${suffix}" is none of ${SUFFIXES.join(' ')}`]),
    ...(base.startsWith(`${name}-`)
      ? [`the folder says "${name}" already; a row of files becomes a folder of what they are`]
      : []),
    ...(suffix.endsWith('.ts') && !isTest(file) && lines > LONGEST
      ? [`${lines} lines: over ${LONGEST} a file becomes a folder of its name`]
      : []),
  ]
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').trimEnd().split('\n').length
}
