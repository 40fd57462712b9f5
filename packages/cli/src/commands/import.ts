import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { importFolder } from '../import/import-folder.ts'
import { MappingError, parseMapping } from '../import/mapping.ts'
import type { ImportReport } from '../import/report.ts'
import { CommandError, findInstance } from '../instance.ts'
import { table } from '../output.ts'
import { createProgressBar } from '../progress.ts'
import { operatorGraph } from '../session.ts'
import type { CommandIo } from './io.ts'

interface ImportOptions {
  readonly map: string
  readonly data: string
  readonly json?: boolean
}

/** As shells report a program that SIGINT ended. */
const EXIT_INTERRUPTED = 130
/** More would hide the summary; `--json` has them all. */
const LISTED_AT_MOST = 20

export function addImportCommand(program: Command, io: CommandIo): void {
  program
    .command('import <folder>')
    .description('Import history from CSV files; may be interrupted and repeated, nothing is added twice')
    .requiredOption('--map <file>', 'mapping that says which columns make which record')
    .action((folder: string, _, command: Command) =>
      io.run<ImportOptions>(command, (options, output) => runImport(folder, options, output)),
    )
}

async function runImport(
  folder: string,
  options: ImportOptions,
  output: ReturnType<CommandIo['output']>,
): Promise<void> {
  const mapping = await readMapping(options.map)
  const instance = await findInstance(options.data)
  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  const report = await importFolder({
    folder,
    mapping,
    graph: operatorGraph(instance, ['OPERATOR'], output),
    progress: createProgressBar(),
    signal: interruption.signal,
  })
  output.result(report, () => summaryOf(report))
  if (!report.isComplete) process.exitCode = EXIT_INTERRUPTED
}

async function readMapping(file: string) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`${file} cannot be read; name the mapping with --map`)
  })
  try {
    return parseMapping(basename(file), text)
  } catch (error) {
    if (error instanceof MappingError) throw new CommandError(`The mapping is not valid:\n${error.message}`)
    throw error
  }
}

function summaryOf(report: ImportReport): string {
  const perSecond = Math.round(report.rows / Math.max(report.seconds, 0.001))
  const lines = [
    `${report.rows} rows read in ${report.seconds.toFixed(1)} s (${perSecond} rows/s)`,
    `${report.imported} records imported, ${report.alreadyPresent} already present, ${report.repeated} repeated rows`,
    ...section('Findings', Object.entries(report.findings)),
    ...section('Notes', Object.entries(report.notes)),
    ...report.listedFindings
      .slice(0, LISTED_AT_MOST)
      .map(({ rule, file, row, message }) => `  ${rule}  ${file} row ${row}: ${message.en}`),
    ...(report.unreadable.length > 0 ? [`${report.unreadable.length} rows or cells could not be read:`] : []),
    ...report.unreadable
      .slice(0, LISTED_AT_MOST)
      .map(({ file, line, column, reason }) => `  ${file}:${line}${column ? ` ${column}` : ''}: ${reason}`),
  ]
  if (!report.isComplete) lines.push('Interrupted. Run the same command again to go on.')
  return lines.join('\n')
}

function section(title: string, counts: readonly (readonly [string, number])[]): readonly string[] {
  return counts.length === 0 ? [] : ['', table([title, 'records'], counts), '']
}
