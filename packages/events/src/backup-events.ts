import type { TimeZone } from '@afterline/rules'
import {
  described,
  type EventOf,
  eventsOf,
  InstantText,
  LocalDateText,
  named,
  nullable,
  QuantityText,
  ShortText,
  Type,
  told,
} from './vocabulary.ts'

const contextOfDatabase = described(ShortText, 'Service whose database it is, such as after-sales.')
/** MongoDB may hold more documents than an integer of the graph does. */
const howMany = (what: string) => described(QuantityText, `${what}; a whole number.`)

const BackedUpDatabase = named('BackedUpDatabase', 'What a backup holds of one database.', {
  context: contextOfDatabase,
  snapshotAt: described(InstantText, 'The instant of which everything in it is.'),
  events: howMany('Events'),
  documents: howMany('Documents, events among them'),
})

const BackupProblem = named('BackupProblem', 'What was wrong with a backup that was restored.', {
  context: contextOfDatabase,
  code: described(ShortText, 'What kind of problem, such as SEAL_HEAD or FIGURES.'),
})

/** What is told of one backup once its restoring was tried. */
export const restoredBackup = {
  archiveId: described(ShortText, 'Id of the backup on its volume, such as 20260214T020000Z-5f0c21aa.'),
  isRestorable: described(
    Type.Boolean(),
    'Whether it counts: restored beside the instance, it had every chain, seal and figure of its instant (OPS-1).',
  ),
  completedAt: described(nullable(InstantText), 'When the backup itself was complete; null where that cannot be read.'),
  manifestSha256: described(
    nullable(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    'SHA-256 of its manifest in canonical JSON, hexadecimal; null where that cannot be read.',
  ),
  databases: described(Type.Array(BackedUpDatabase, { maxItems: 100 }), 'What it holds, database by database.'),
  problems: described(Type.Array(BackupProblem, { maxItems: 100 }), 'Why it does not count; empty where it does.'),
}

/** The record of all backups is one stream (see `BackupFactData` of the rules). */
export const backupEvents = eventsOf('backup', {
  BackupsBegun: told('The company began to tell of its backups: from this day on every day needs one (OPS-1).'),
  BackupExpected: told('A day began that needs a backup which can be restored (OPS-1, KPI-30).', {
    dayOn: LocalDateText,
    zone: described(Type.Unsafe<TimeZone>(ShortText), 'Whose day it is: the IANA name of a time zone.'),
  }),
  BackupVerified: told('A backup was restored beside the instance, or that was tried in vain (OPS-1).', restoredBackup),
})

export type BackupEvent = EventOf<(typeof backupEvents)[number]>
