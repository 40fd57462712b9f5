import type { Command } from 'commander'
import { BackupError } from '../backup/backup-error.ts'
import { readBackupKey } from '../backup/backup-keys.ts'
import { openBackup } from '../backup/open-backup.ts'
import { openBackupStore } from '../backup/open-store.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { headProblems } from '../backup/verify-backup.ts'
import { createProgressBar } from '../progress.ts'
import { openConfiguredMongodb } from '../servers.ts'
import { backupKeyFile, summaryOf } from './backup.ts'
import type { CommandIo } from './io.ts'

interface RestoreOptions {
  readonly from: string
  readonly into: string
  readonly id?: string
  readonly key?: string
  readonly overwrite?: boolean
  readonly republish?: boolean
  readonly json?: boolean
}

export function addRestoreCommand(program: Command, io: CommandIo): void {
  program
    .command('restore')
    .description('Fill the databases of stopped services, in the MongoDB that MONGODB_URI names, from a backup')
    .requiredOption('--from <place>', 'folder, or s3://bucket/prefix, that holds the backup')
    .requiredOption('--into <prefix>', 'before _<service> in the names of the databases that are filled')
    .option('--id <id>', 'which backup (default: the newest complete one)')
    .option('--key <file>', 'file with the key of backups (default: AFTERLINE_BACKUP_KEY)')
    .option('--overwrite', 'drop databases first that are not empty')
    .option('--republish', 'for topics that are lost, too: everything is published once more, under its seals')
    .action((_, command: Command) => io.run<RestoreOptions>(command, restore))
}

async function restore(options: RestoreOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const key = await readBackupKey(backupKeyFile(options.key))
  const progress = createProgressBar()
  // All of it is read before anything is written.
  const backup = await openBackup(await openBackupStore(options.from), key, progress, options.id)
  const client = await openConfiguredMongodb()
  try {
    await restoreBackup({
      ...{ backup, client, progress, prefix: options.into },
      isOverwriting: options.overwrite === true,
      isRepublishing: options.republish === true,
    })
    for (const kept of backup.manifest.databases) {
      const [problem] = await headProblems(client, options.into, kept)
      if (problem) throw new BackupError('HEADS_DIFFERENT', `${problem.context}: ${problem.message}`)
    }
  } finally {
    await client.close()
  }
  output.result({ ...summaryOf(backup.manifest), into: options.into }, () =>
    [
      `Backup ${backup.manifest.id} is restored into ${options.into}_*; start the services: they make everything else anew`,
      'Follow that with: afterline rebuild; then check with: afterline verify',
    ].join('\n'),
  )
}
