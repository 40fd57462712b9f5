/**
 * Where backups are kept: a volume or a bucket. It holds a folder per backup, and that its files. What is written is there as
 * a whole or not at all, and stays.
 */
export interface BackupStore {
  /** As it was named. */
  readonly place: string
  /** In the order of their names. */
  folders(): Promise<readonly string[]>
  write(folder: string, file: string, content: Buffer): Promise<void>
  /** `null` where there is none. */
  read(folder: string, file: string): Promise<Buffer | null>
  /** Also where there is none. */
  remove(folder: string, file: string): Promise<void>
  removeFolder(folder: string): Promise<void>
}
