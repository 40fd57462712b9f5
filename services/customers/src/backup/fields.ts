import {
  described,
  Id,
  InstantText,
  internal,
  named,
  nullable,
  restoredBackup,
  ShortText,
  Type,
} from '@afterline/events'
import type { TimeZone } from '@afterline/rules'
import { command, type DataOf } from '@afterline/service-kit/aggregate'

/** Whose days they are: the company's, as its policies say. */
const zone = internal(Type.Unsafe<TimeZone>(ShortText))

export const backupCommands = {
  RecordBackup: command('BackupVerified', ['OPERATOR'], { backupId: Id, ...restoredBackup, zone }),
  // Nobody enters it: days begin by themselves.
  ExpectBackups: command('BackupExpected', ['SYSTEM'], { zone }),
}

export const verifiedBackup = named('VerifiedBackup', 'An attempt to restore a backup.', {
  ...restoredBackup,
  verifiedAt: described(InstantText, 'When the attempt ended: only then is known whether there is a backup.'),
})

export const backupState = {
  backupId: Id,
  begunAt: described(
    InstantText,
    'When the first attempt to restore a backup was recorded; every day since needs one.',
  ),
  expectedTo: described(nullable(InstantText), 'Beginning of the last day that is noted as one that needs a backup.'),
  // One or two a day: some thousands in ten years. They are listed page by page.
  verified: internal(Type.Array(verifiedBackup)),
}

/** All backups of the company. */
export type BackupRecord = DataOf<typeof backupState> & { readonly status: 'KEPT' }
export type VerifiedBackup = BackupRecord['verified'][number]
