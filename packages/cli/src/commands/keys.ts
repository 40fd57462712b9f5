import type { Command } from 'commander'
import { findInstance } from '../instance.ts'
import { rotateSealKey } from '../keys/rotate-seal-key.ts'
import type { CommandIo } from './io.ts'

interface SealOptions {
  readonly data: string
  readonly into?: string
  readonly json?: boolean
}

export function addKeysCommands(program: Command, io: CommandIo): void {
  const rotate = program.command('keys').description('Keys of the instance').command('rotate')
  rotate.description('Put a new key in the place of one that is in use')
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
