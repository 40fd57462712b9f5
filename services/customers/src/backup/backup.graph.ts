import { described, nullable } from '@afterline/events'
import { backedUpAt } from '@afterline/rules'
import { type AggregateGraph, computed, graphOf, load, loadIdsWith, pageOfHeld } from '@afterline/service-kit'
import type { Filled } from '@afterline/service-kit/aggregate'
import type { BackupFilter, RecordBackupInput, Resolvers } from '../schema.generated.ts'
import { type BackupTypes, backup } from './backup.ts'
import { type VerifiedBackup, verifiedBackup } from './fields.ts'

export const backups: AggregateGraph<BackupTypes> = graphOf(backup, {
  type: 'BackupRecord',
  says: 'The record of all backups of the company: since it was begun, every day needs one that can be restored (OPS-1).',
  audience: 'BACKUP_READERS',
  collection: 'backups',
  lists: {},
  parts: ['VerifiedBackup'],
  fields: {
    lastGood: computed(
      described(
        nullable(verifiedBackup),
        'The newest one that counts: the next is due 24 hours after its snapshot (OPS-1).',
      ),
      ({ verified }) => newestOf(verified.filter(({ isRestorable }) => isRestorable)),
    ),
  },
  mutations: {
    RecordBackup(input: Filled<RecordBackupInput>, { id, context }) {
      return { ...input, backupId: id, zone: context.kit.policies.tenantZone }
    },
    ExpectBackups: null,
  },
  resolvers: {
    Query: {
      async backups(_, { filter, sort, ...page }, context) {
        const [id] = await loadIdsWith(context, backups, 'company', ['company'])
        const record = id === undefined ? null : await load(context, backups, id)
        const order = { list: 'backups', isNewestFirst: sort !== 'OLDEST_FIRST' }
        return pageOfHeld(record?.verified ?? [], { ...order, matches: isMeant(filter ?? {}) }, page)
      },
    },
  } satisfies Resolvers,
})

/** By what is in them: an old one that is restored today is no newer for that. */
function newestOf(restored: readonly VerifiedBackup[]): VerifiedBackup | null {
  const instantOf = (one: VerifiedBackup) => backedUpAt(one, one.verifiedAt)
  const [first, ...others] = restored
  if (first === undefined) return null
  return others.reduce((newest, one) => (instantOf(newest) < instantOf(one) ? one : newest), first)
}

function isMeant({ isRestorable, archiveId, verifiedAt }: BackupFilter): (backup: VerifiedBackup) => boolean {
  const { from, before } = verifiedAt ?? {}
  return (one) =>
    (isRestorable ?? one.isRestorable) === one.isRestorable &&
    (archiveId ?? [one.archiveId]).includes(one.archiveId) &&
    (from ?? one.verifiedAt) <= one.verifiedAt &&
    (!before || one.verifiedAt < before)
}
