import { Command } from 'commander'
import { addBackupCommands } from './commands/backup.ts'
import { addDatabaseCommands } from './commands/database.ts'
import { addDeadlinesCommand } from './commands/deadlines.ts'
import { addEraseCommands } from './commands/erase.ts'
import { addExportCommand } from './commands/export.ts'
import { addImportCommand } from './commands/import.ts'
import { createCommandIo } from './commands/io.ts'
import { addKeysCommands } from './commands/keys.ts'
import { addKpisCommand } from './commands/kpis.ts'
import { addParkedCommands } from './commands/parked.ts'
import { addPolicyCommands } from './commands/policy.ts'
import { addRebuildCommand } from './commands/rebuild.ts'
import { addReplayCommand } from './commands/replay.ts'
import { addRestoreCommand } from './commands/restore.ts'
import { addTokenCommand } from './commands/token.ts'
import { addTopicsCommand } from './commands/topics.ts'
import { addTrialCommand } from './commands/trial.ts'
import { addVerifyCommand } from './commands/verify.ts'
import { defaultDataDir } from './instance.ts'

/** The `afterline` command with everything it can do. */
export function createProgram(): Command {
  const program = new Command('afterline')
    .description('Operate an Afterline instance: import history, read figures, replay, verify')
    .option('--data <dir>', 'data folder of the instance', defaultDataDir)
    .option('--json', 'print JSON, and nothing else, on stdout')
  const io = createCommandIo()
  addTokenCommand(program, io)
  addImportCommand(program, io)
  addExportCommand(program, io)
  addKpisCommand(program, io)
  addDeadlinesCommand(program, io)
  addReplayCommand(program, io)
  addVerifyCommand(program, io)
  addTrialCommand(program, io)
  addParkedCommands(program, io)
  addEraseCommands(program, io)
  addRebuildCommand(program, io)
  addBackupCommands(program, io)
  addRestoreCommand(program, io)
  addPolicyCommands(program, io)
  addDatabaseCommands(program, io)
  addKeysCommands(program, io)
  addTopicsCommand(program, io)
  return program
}
