import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { CsvRow } from './csv.ts'

/**
 * Rows of files that other records join, kept on disk and indexed by the joined column: a file may be larger than
 * memory, and rows of one order may stand anywhere in theirs.
 */
export interface Staging {
  readonly stage: (table: string, key: string, row: CsvRow) => void
  readonly rowsOf: (table: string, key: string) => readonly CsvRow[]
  /** False when the key was seen before in this run. */
  readonly isFirst: (kind: string, key: string) => boolean
  readonly [Symbol.dispose]: () => void
}

export function openStaging(): Staging {
  const folder = mkdtempSync(join(tmpdir(), 'afterline-import-'))
  const database = new DatabaseSync(join(folder, 'staging.sqlite'))
  // The file is thrown away with the process: nothing of it has to survive a crash.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
  database.exec('CREATE TABLE staged (source TEXT, key TEXT, row INTEGER, line INTEGER, cells TEXT)')
  database.exec('CREATE INDEX staged_by_key ON staged (source, key, row)')
  database.exec('CREATE TABLE seen (kind TEXT, key TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID')
  const insert = database.prepare('INSERT INTO staged VALUES (?, ?, ?, ?, ?)')
  const select = database.prepare('SELECT row, line, cells FROM staged WHERE source = ? AND key = ? ORDER BY row')
  const see = database.prepare('INSERT OR IGNORE INTO seen VALUES (?, ?)')
  database.exec('BEGIN')
  return {
    stage: (table, key, { row, line, cells }) => {
      insert.run(table, key, row, line, JSON.stringify(cells))
    },
    rowsOf: (table, key) => readStaged(select, table, key),
    isFirst: (kind, key) => see.run(kind, key).changes === 1,
    [Symbol.dispose]: () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function readStaged(select: StatementSync, table: string, key: string): readonly CsvRow[] {
  return select.all(table, key).map(({ row, line, cells }) => ({
    row: Number(row),
    line: Number(line),
    cells: JSON.parse(String(cells)),
  }))
}
