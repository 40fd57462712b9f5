import { loadPolicies, scratchPrefixOf } from '@afterline/service-kit'
import type { Command } from 'commander'
import { readBackupKey } from '../backup/backup-keys.ts'
import type { Manifest } from '../backup/manifest.ts'
import { openBackup } from '../backup/open-backup.ts'
import { openBackupStore } from '../backup/open-store.ts'
import { recordBackup } from '../backup/record-backup.ts'
import { removeExpired } from '../backup/remove-expired.ts'
import { takeBackup } from '../backup/take-backup.ts'
import { problemsOfRestored } from '../backup/verify-backup.ts'
import { textOfError } from '../graph-client.ts'
import { CommandError, findInstance } from '../instance.ts'
import { sealPublicKeysOf } from '../keys/seal-public-keys.ts'
import { openInstanceMongodb } from '../mongodb.ts'
import { table } from '../output.ts'
import { createProgressBar } from '../progress.ts'
import { operatorGraph } from '../session.ts'
import type { CommandIo } from './io.ts'

interface BackupOptions {
  readonly to?: string
  readonly key?: string
  readonly keepDays: string
  readonly keepMonths: string
  readonly data: string
  readonly json?: boolean
}

interface VerifyOptions {
  readonly from: string
  readonly id?: string
  readonly key?: string
  readonly record?: boolean
  readonly data: string
  readonly json?: boolean
}

export function addBackupCommands(program: Command, io: CommandIo): void {
  const backup = program
    .command('backup')
    .description(
      'Write what of each database cannot be made anew to a volume or bucket: compressed, encrypted, as of one instant',
    )
    .option('--to <place>', 'folder, or s3://bucket/prefix, that holds a folder for each backup')
    .option('--key <file>', 'file with 32 bytes in base64 (default: AFTERLINE_BACKUP_KEY)')
    .option('--keep-days <n>', 'how many days keep their last backup', '35')
    .option('--keep-months <n>', 'how many months keep their last backup', '0')
    .action((_, command: Command) => io.run<BackupOptions>(command, makeBackup))
  backup
    .command('verify')
    .description('Restore a backup beside the instance, check chains, seals and figures, and say whether it counts')
    .requiredOption('--from <place>', 'folder, or s3://bucket/prefix, that holds the backup')
    .option('--id <id>', 'which backup (default: the newest complete one)')
    .option('--record', 'tell the services what came of it: from that KPI-30 is measured, and the daily limit met')
    .action((_, command: Command) => io.run<VerifyOptions>(command, verifyBackup))
}

/** @throws CommandError where none is named */
export function backupKeyFile(given: string | undefined): string {
  const file = given ?? process.env['AFTERLINE_BACKUP_KEY']
  if (file) return file
  throw new CommandError('Name the file with the key of backups by --key or AFTERLINE_BACKUP_KEY')
}

async function makeBackup(options: BackupOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const { to: place } = options
  if (place === undefined) throw new CommandError('Say where by --to <place>')
  const retention = {
    days: countOf('--keep-days', options.keepDays),
    months: countOf('--keep-months', options.keepMonths),
  }
  const key = await readBackupKey(backupKeyFile(options.key))
  const store = await openBackupStore(place)
  const instance = await findInstance(options.data)
  const policies = await loadPolicies(process.env['POLICY_DIR'] || undefined)
  const manifest = await takeBackup({ instance, store, key, policies, progress: createProgressBar() })
  const removed = await removeExpired(store, key, retention)
  output.result({ ...summaryOf(manifest), removed }, () => textOf(manifest, removed))
}

function countOf(option: string, text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new CommandError(`${option} must be a whole number`)
}

/** What of a manifest people ask for; its parts are for programs. */
export function summaryOf({ id, startedAt, completedAt, policyVersion, databases }: Manifest) {
  const short = databases.map(({ context, database, snapshotAt, collections, seals, heads }) => {
    const counts = Object.fromEntries(collections.map(({ name, documents }) => [name, documents]))
    const parts = collections.flatMap((collection) => collection.parts)
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
    return { context, database, snapshotAt, counts, parts: parts.length, bytes, seals, heads }
  })
  return { id, startedAt, completedAt, policyVersion, databases: short }
}

function textOf(manifest: Manifest, removed: readonly string[]): string {
  const rows = summaryOf(manifest).databases.map(({ database, snapshotAt, counts, parts, bytes }) => [
    database,
    snapshotAt,
    ...[counts['events'] ?? 0, counts['dataKeys'] ?? 0, parts, bytes],
  ])
  const header = ['database', 'as of', 'events', 'keys', 'parts', 'bytes']
  const gone = removed.length === 0 ? [] : [`Removed, by the retention asked for: ${removed.join(', ')}`]
  return [`Backup ${manifest.id}`, table(header, rows), ...gone].join('\n')
}

async function verifyBackup(options: VerifyOptions, output: ReturnType<CommandIo['output']>): Promise<void> {
  const key = await readBackupKey(backupKeyFile(options.key))
  const instance = await findInstance(options.data)
  const progress = createProgressBar()
  const backup = await openBackup(await openBackupStore(options.from), key, progress, options.id)
  const client = await openInstanceMongodb(instance)
  try {
    const problems = await problemsOfRestored({
      ...{ backup, client, progress, scratchPrefix: scratchPrefixOf(instance.databasePrefix) },
      publicKeys: await sealPublicKeysOf(instance),
      policies: await loadPolicies(process.env['POLICY_DIR'] || undefined),
    })
    const isRestorable = problems.length === 0
    await backup.folder.noteCheck(isRestorable).catch((error: unknown) => {
      output.progress(`What came of the check cannot be noted beside the backup, for retention: ${textOfError(error)}`)
    })
    if (options.record === true) {
      await recordBackup(operatorGraph(instance, ['OPERATOR'], output), backup.manifest, problems)
    }
    const { id } = backup.manifest
    const result = { id, isRestorable, problems }
    output.result(result, () =>
      problems.length === 0
        ? `Backup ${id} was restored: chains, seals and figures are those of its instant`
        : [`Backup ${id} does not count:`, ...problems.map((one) => `  ${JSON.stringify(one)}`)].join('\n'),
    )
    if (problems.length > 0) process.exitCode = 1
  } finally {
    await client.close()
  }
}
