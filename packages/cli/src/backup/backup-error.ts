export type BackupErrorCode =
  | 'KEY_UNREADABLE'
  | 'MANIFEST_MISSING'
  | 'MANIFEST_SPOILED'
  | 'PART_MISSING'
  | 'PART_SPOILED'
  | 'TARGET_NOT_EMPTY'
  | 'TARGET_BEGUN_OTHERWISE'
  | 'TARGET_SERVED'
  | 'SNAPSHOT_GONE'
  | 'UNDER_WAY'
  | 'COUNT_DIFFERENT'
  | 'HEADS_DIFFERENT'
  | 'PLACE_UNKNOWN'
  | 'STORE_FAILED'

/** A backup that cannot be made or used; the message says what is wrong with which file, and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly code: BackupErrorCode

  constructor(code: BackupErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
