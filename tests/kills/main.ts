import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { claimPortRow, repositoryRoot, SetupError } from '@afterline/dev-stack'
import { writeFolder } from '../marketplace/folder.ts'
import { ordinarySales } from '../marketplace/sales.ts'
import { type KillRunReport, runKills } from './kill-run.ts'
import { KILLS_HELP, type KillsOptions, parseKillsOptions } from './kills-options.ts'
import { strikePlan } from './strike-plan.ts'

const log = (line: string): void => console.error(line)

async function main(): Promise<void> {
  const options = parseKillsOptions(process.argv.slice(2), () => randomInt(1_000_000))
  if (options.isHelp) return console.log(KILLS_HELP)
  log(`seed ${options.seed}: ${options.kills} kills, ${options.freezes} freezes`)
  const invented = await mkdtemp(join(tmpdir(), 'afterline-kills-'))
  try {
    if (options.folder === null) await writeFolder(invented, ordinarySales(options.sales))
    const report = await runKills({
      folder: options.folder === null ? invented : resolve(repositoryRoot, options.folder),
      mapping: options.mapping,
      dataDir: join(repositoryRoot, '.afterline-test', 'kills'),
      port: await claimPortRow(),
      plan: strikePlan(options.seed, options.kills, options.freezes),
      log,
    })
    console.log(options.isJson ? JSON.stringify({ seed: options.seed, ...report }) : textOf(options, report))
    if (report.faults.length > 0) process.exitCode = 1
  } finally {
    await rm(invented, { recursive: true })
  }
}

function textOf({ seed }: KillsOptions, report: KillRunReport): string {
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([victim, count]) => `${victim} ${count}`)
      .join(', ') || 'none'
  const services = report.services.map(
    ({ context, events, seals, takeOvers, publishedAgain }) =>
      `  ${context.padEnd(12)} ${events} events in ${seals} seals, ${takeOvers} take-overs, ${publishedAgain} messages again`,
  )
  return [
    `Killed: ${counts(report.kills)}`,
    `Frozen: ${counts(report.freezes)}`,
    `${report.imports} imports in ${report.seconds} s; undisturbed, one in ${report.undisturbedSeconds} s`,
    ...services,
    ...report.faults.map((fault) => `FAULT ${fault}`),
    report.faults.length === 0
      ? 'Figures, replay, chains, seals, fencing tokens and topics are those of the undisturbed import'
      : `${report.faults.length} faults; the same again: npm run kills -- --seed ${seed}`,
  ].join('\n')
}

main().catch((error: unknown) => {
  console.error(error instanceof SetupError ? error.message : error)
  process.exitCode = 1
})
