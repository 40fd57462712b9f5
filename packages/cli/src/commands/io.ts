import type { Command } from 'commander'
import { textOfError } from '../graph-client.ts'
import { createOutput, type Output } from '../output.ts'

/** What every command shares: its merged options, its output, and one way to fail. */
export interface CommandIo {
  readonly output: (isJson: boolean) => Output
  readonly run: <Options extends { readonly json?: boolean }>(
    command: Command,
    action: (options: Options, output: Output) => Promise<void>,
  ) => Promise<void>
}

export function createCommandIo(): CommandIo {
  return {
    output: createOutput,
    run: async (command, action) => {
      // Commander knows the options' names and defaults; their types are promised where the command is declared.
      const options = command.optsWithGlobals() as Parameters<typeof action>[0]
      try {
        await action(options, createOutput(options.json === true))
      } catch (error) {
        process.stderr.write(`${textOfError(error)}\n`)
        process.exitCode = 1
      }
    },
  }
}
