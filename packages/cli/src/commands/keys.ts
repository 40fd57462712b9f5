import type { Command } from 'commander'
import { findInstance } from '../instance.ts'
import { keysUnderMasterKeys, rotateMasterKey, type ServiceKeys } from '../keys/rotate-master-key.ts'
import { rotateSealKey } from '../keys/rotate-seal-key.ts'
import { table } from '../output.ts'
import { createProgressBar } from '../progress.ts'
import type { CommandIo } from './io.ts'

interface SealOptions {
  readonly data: string
  readonly into?: string
  readonly json?: boolean
}

interface MasterOptions {
  readonly data: string
  readonly check?: boolean
  readonly json?: boolean
}

export function addKeysCommands(program: Command, io: CommandIo): void {
  const rotate = program.command('keys').description('Keys of the instance').command('rotate')
  rotate.description('Put a new key in the place of one that is in use')
  rotate
    .command('master')
    .description('Put all data keys under the present master key; the running services do the work, and serve')
    .option(
      '--check',
      'change nothing; tell how many are still under another one; exit code 1 if any are, or they are under several',
    )
    .action((_, command: Command) => io.run<MasterOptions>(command, rotateMaster))
  rotate
    .command('seal')
    .description('Make a new seal key; processes sign with it once they are started again, old seals stay verifiable')
    .option('--into <dir>', 'folder of seal.private.pem (default: the secrets of the instance)')
    .action((_, command: Command) => io.run<SealOptions>(command, rotateSeal))
}

async function rotateSeal({ data, into }: SealOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const folder = into ?? (await findInstance(data)).secretsDir
  const rotated = await rotateSealKey(folder)
  output.result(rotated, () =>
    [
      `Key ${rotated.keyId} is in ${rotated.privateKeyFile}: processes that are started from now on sign with it`,
      `Keep for ever, for verify: ${rotated.publicKeyFiles.join(', ')}`,
    ].join('\n'),
  )
}

async function rotateMaster(options: MasterOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const instance = await findInstance(options.data)
  const services = options.check
    ? await keysUnderMasterKeys(instance)
    : await rotateMasterKey(instance, createProgressBar())
  output.result(services, () => textOf(services))
  if (services.some((one) => (one.remaining ?? 0) > 0 || isUnderSeveral(one))) process.exitCode = 1
}

/** Also where no process ever had two: then one was started with a wrong one. */
const isUnderSeveral = ({ under }: ServiceKeys) => under.length > 1

function textOf(services: readonly ServiceKeys[]): string {
  const rows = services.map(({ context, masterKey, keys, rewrapped, remaining, unreadable }) => [
    context,
    masterKey ?? 'not known',
    ...[keys, rewrapped, remaining ?? 'not known', unreadable],
  ])
  const header = ['service', 'master key', 'data keys', 'rewrapped', 'under another', 'under none that is known']
  return [table(header, rows), ...remarksOn(services)].join('\n')
}

function remarksOn(services: readonly ServiceKeys[]): readonly string[] {
  const isDone = services.every(({ remaining }) => remaining === 0)
  if (isDone) return ['The former master key is needed for older backups alone']
  const several = services
    .filter(isUnderSeveral)
    .map(({ context, under }) => `${context}: its data keys are under ${under.join(', ')}; processes need all of these`)
  const waiting = services.filter(({ isOpen }) => isOpen).map(({ context }) => context)
  const whom = 'a process with the role consumer and AFTERLINE_MASTER_KEY_FORMER'
  return waiting.length > 0
    ? [...several, `${waiting.join(', ')}: asked; it is carried out when ${whom} runs`]
    : several
}
