import { randomInt } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  freeLayout,
  instanceSecrets,
  repositoryRoot,
  SetupError,
  startBackingServices,
  stopOnSignals,
} from '@afterline/dev-stack'
import { CLUSTER_HELP, type ClusterOptions, parseClusterOptions } from './cluster-options.ts'
import { type ClusterReport, runCluster } from './cluster-run.ts'
import { startIssuer } from './issuer.ts'
import { Namespace } from './kubernetes.ts'
import { trialClients } from './release.ts'

const log = (line: string): void => console.error(line)

async function main(): Promise<void> {
  const options = parseClusterOptions(process.argv.slice(2), () => randomInt(1_000_000))
  if (options.isHelp) return console.log(CLUSTER_HELP)
  log(`seed ${options.seed}: ${options.kills} kills during ${options.orders} orders`)
  const folder = join(repositoryRoot, '.afterline-test', 'cluster')
  await rm(folder, { recursive: true, force: true })
  await using held = new AsyncDisposableStack()
  stopOnSignals(() => held.disposeAsync(), 130)
  const { backing: ports } = await freeLayout()
  const backing = await startBackingServices({ dataDir: folder, ports, log, address: options.address })
  held.defer(() => backing.stop())
  const secrets = await instanceSecrets(folder)
  const issuer = await startIssuer(options.address, secrets.localIssuer, trialClients)
  held.defer(() => issuer.stop())
  const namespace = new Namespace(`afterline-${randomInt(1_000_000)}`)
  held.defer(() => namespace.remove())
  const around = { options, namespace, backing, secrets, folder, issuerUrl: issuer.url }
  try {
    const found = await runCluster(around, log)
    console.log(options.isJson ? JSON.stringify({ seed: options.seed, ...found }) : textOf(options, found))
    if (found.faults.length > 0) process.exitCode = 1
  } catch (error) {
    report(error)
    process.exitCode = 1
  }
  if (options.isKept) await interrupted(namespace)
}

/** Until somebody interrupts it, which also cleans up. */
async function interrupted({ name }: Namespace): Promise<never> {
  log(`${name} is kept until this is interrupted`)
  return new Promise(() => {})
}

function textOf({ seed }: ClusterOptions, report: ClusterReport): string {
  const { installed, memory, kills, trial, verify, faults } = report
  const amounts = Object.values(memory)
  return [
    `Seed ${seed}. Ready in ${installed} s: ${amounts.length} pods, ${amounts.reduce((sum, one) => sum + one, 0)} MiB in all`,
    `Killed: ${
      Object.entries(kills)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', ') || 'none'
    }`,
    `${trial.orders} orders in ${trial.seconds} s; ${trial.waits} answers had to be asked for again`,
    `${verify.events} events in ${verify.streams} streams, ${verify.broken.length} broken; ${trial.different.length} figures differ from replay`,
    ...faults.map((fault) => `FAULT ${fault}`),
  ].join('\n')
}

/** What went wrong first, and then what went wrong while cleaning up. */
function report(error: unknown): void {
  if (error instanceof SuppressedError) {
    report(error.suppressed)
    report(error.error)
  } else console.error(error instanceof SetupError ? error.message : error)
}

try {
  await main()
} catch (error) {
  report(error)
  process.exitCode = 1
}
