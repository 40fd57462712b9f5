import {
  checkPolicies,
  diffPolicies,
  instantFromMillis,
  type PolicySide,
  parseInstant,
  parseLocalDate,
  parsePolicies,
  startOfDay,
} from '@afterline/rules'
import type { Command } from 'commander'
import { CommandError } from '../instance.ts'
import { policyFilesOf } from '../policy-files.ts'
import type { CommandIo } from './io.ts'
import { checkText, diffText, type PrintedCheck, type PrintedDiff } from './policy-texts.ts'

type IoOutput = ReturnType<CommandIo['output']>

interface CheckOptions {
  readonly at?: string
  readonly json?: boolean
}

interface DiffOptions {
  readonly folder?: string
  readonly json?: boolean
}

/** Both read files alone: nothing has to run, so that a policy is looked at before anything works by it. */
export function addPolicyCommands(program: Command, io: CommandIo): void {
  const policy = program.command('policy').description("The company's own policies beside the regulations'")
  policy
    .command('check <folder>')
    .description('Check a folder over the shipped policies; exit code 1 when anything is wrong with them')
    .option(
      '--at <instant>',
      'the instant whose states of the documents are shown, RFC 3339 with offset (default: now)',
    )
    .action((folder: string, _, command: Command) =>
      io.run<CheckOptions>(command, (options, output) => printCheck(folder, options, output)),
    )
  policy
    .command('diff <before> <after>')
    .description('Tell what changes between two folders, or between two days: YYYY-MM-DD')
    .option('--folder <dir>', 'the folder that days are about (default: the shipped policies alone)')
    .action((before: string, after: string, _, command: Command) =>
      io.run<DiffOptions>(command, (options, output) => printDiff([before, after], options, output)),
    )
}

async function printCheck(folder: string, { at }: CheckOptions, output: IoOutput): Promise<void> {
  const instant = at === undefined ? instantFromMillis(Date.now()) : parseInstant(at)
  const { problems, documents, pending, versions, overrides } = checkPolicies(await policyFilesOf(folder), instant)
  const result: PrintedCheck = {
    problems,
    versions,
    documents: documents.map(({ header, state }) => ({ ...header, state })),
    pending: pending.map(({ number, effectiveOn }) => ({ number, effectiveOn })),
    overrides,
  }
  output.result(result, () => checkText(result))
  if (problems.length > 0) process.exitCode = 1
}

async function printDiff(named: readonly [string, string], options: DiffOptions, output: IoOutput): Promise<void> {
  if (options.folder !== undefined && !named.some(isDay)) {
    throw new CommandError('--folder says what days are about; two folders are compared without it')
  }
  const [before, after] = await Promise.all([sideOf(named[0], options), sideOf(named[1], options)])
  const result: PrintedDiff = {
    before: { of: named[0], version: before.version },
    after: { of: named[1], version: after.version },
    changes: diffPolicies(before, after),
  }
  output.result(result, () => diffText(result))
}

/** A folder's newest version, or the version in force when a day begins. @throws RulesError `POLICY_INVALID` */
async function sideOf(name: string, { folder }: DiffOptions): Promise<PolicySide> {
  const isOfDay = isDay(name)
  const book = parsePolicies(await policyFilesOf(isOfDay ? folder : name))
  const newest = book.versions.at(-1) ?? ''
  return { book, version: isOfDay ? book.versionAt(startOfDay(parseLocalDate(name), book.tenantZone)) : newest }
}

function isDay(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(name)
}
