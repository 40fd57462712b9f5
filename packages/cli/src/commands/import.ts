import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { problemsOfFields } from '../import/field-problems.ts'
import { importFolder } from '../import/import-folder.ts'
import { MappingError, parseMapping } from '../import/mapping.ts'
import { writeReport } from '../import/report-file.ts'
import { summaryOf } from '../import/report-text.ts'
import { CommandError, findInstance } from '../instance.ts'
import { createProgressBar } from '../progress.ts'
import { answeringInstance, operatorGraph } from '../session.ts'
import type { CommandIo } from './io.ts'

interface ImportOptions {
  readonly map: string
  readonly data: string
  readonly check?: boolean
  readonly report?: string
  readonly json?: boolean
}

/** As shells report a program that SIGINT ended. */
const EXIT_INTERRUPTED = 130

export function addImportCommand(program: Command, io: CommandIo): void {
  program
    .command('import <folder>')
    .description('Import history from files; may be interrupted and repeated, nothing is added twice')
    .requiredOption('--map <file>', 'mapping that says which columns make which record')
    .option('--check', 'read everything, ask the running instance what would become of it, and write nothing')
    .option('--report <file>', 'list there, as CSV, what did not go as the files say')
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
  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  const report = await importFolder({
    folder,
    mapping,
    graph: await graphOf(options, output),
    isCheck: options.check === true,
    progress: createProgressBar(),
    signal: interruption.signal,
  })
  output.result(report, () => summaryOf(report))
  if (options.report !== undefined) await writeReport(options.report, report)
  if (report.refusedFiles.length > 0 || report.failure !== null) process.exitCode = 1
  else if (!report.isComplete) process.exitCode = EXIT_INTERRUPTED
}

/** `null` where only a check is asked for, and nothing answers: what the files say can be checked all the same. */
async function graphOf({ check, data }: ImportOptions, output: ReturnType<CommandIo['output']>) {
  const instance = await (check ? answeringInstance(data) : findInstance(data))
  return instance === null ? null : operatorGraph(instance, ['OPERATOR'], output)
}

async function readMapping(file: string) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`${file} cannot be read; name the mapping with --map`)
  })
  try {
    const mapping = parseMapping(basename(file), text)
    const problems = problemsOfFields(mapping)
    if (problems.length > 0) throw new MappingError(problems)
    return mapping
  } catch (error) {
    if (error instanceof MappingError) throw new CommandError(`The mapping is not valid:\n${error.message}`)
    throw error
  }
}
