import { backupDays } from '@afterline/rules'
import { databaseOf, type Kit, readDocuments, repositoryOf } from '@afterline/service-kit'
import { backups } from './backup.graph.ts'
import type { BackupCommand } from './backup.ts'

/** Notes the days that began and need a backup (OPS-1, KPI-30); none before the record of backups was begun. */
export async function expectBackups(kit: Kit): Promise<void> {
  const collection = databaseOf(kit.connection).collection<{ readonly _id: string }>(backups.collection)
  const one = await collection.findOne({}, { projection: { _id: 1 } })
  if (one === null) return
  const [document] = await readDocuments(kit, backups.stored, [one._id])
  if (document === undefined || !backups.aggregate.isBegun(document.state)) return
  const { expectedTo, begunAt } = document.state
  const [at, zone] = [kit.now(), kit.policies.tenantZone]
  const last = backupDays(expectedTo ?? begunAt, at, zone).at(-1)
  if (last === undefined) return
  const command: BackupCommand = { type: 'ExpectBackups', at, by: { id: 'system', role: 'SYSTEM' }, data: { zone } }
  await kit.commands.handle(repositoryOf(backups, kit), {
    id: one._id,
    command,
    // Clocks of several processes note a day once.
    idempotencyKey: `backups expected up to ${last.dayOn}`,
    correlationId: one._id,
  })
}
