import { DatabaseSync } from 'node:sqlite'
import type { TableRow } from './table-rows.ts'

/*
 * Every row of every file of an import, on disk and indexed: a file may be larger than memory, and rows of one order may
 * stand anywhere in theirs. What becomes of each row is kept beside it, so that none can be forgotten.
 */

/**
 * What becomes of a row: exactly one of these in the end. Of a row that several records are made of, the one that comes
 * last here counts, because a row that is left out anywhere must not look as if everything was well.
 */
export const fates = ['SKIPPED', 'UNCHANGED', 'IMPORTED', 'CORRECTED', 'LEFT_OUT'] as const
export type Fate = (typeof fates)[number]

/** Why a row has its fate: by column where one is to blame. */
export interface RowNote {
  readonly column: string | null
  readonly reason: string
}

/** A row of a file, as it was staged. */
export interface StagedRow extends Omit<TableRow, 'isBlank'> {
  readonly id: number
  readonly file: string
}

export interface SettledRow extends StagedRow {
  readonly key: string | null
  readonly fate: Fate
  readonly notes: readonly RowNote[]
}

/** A record that can be imported, made of its row and of rows of other files. */
export interface StagedRecord {
  readonly id: number
  readonly key: string
  readonly row: StagedRow
  /** What the graph is told, but for the number of the row. */
  readonly input: Readonly<Record<string, unknown>>
  /** Under which its status is counted. */
  readonly status: string | null
}

export interface RecordToStage extends Omit<StagedRecord, 'id'> {
  /** Which of the mapping's records it is. */
  readonly mapping: number
  readonly kind: string
  readonly parts: RecordParts
}

/** Rows of other files that a record is made of. */
export interface RecordParts {
  /** They share its fate. */
  readonly lines: readonly StagedRow[]
  /** They may be part of other records, too. */
  readonly joined: readonly StagedRow[]
}

/** A line that takes goods back, as it was read. */
export interface StagedReturn {
  readonly row: StagedRow
  /** Key of the order among whose lines it stands, as far as it is known. */
  readonly standsIn: string | null
  readonly input: Readonly<Record<string, unknown>>
}

/** By what rows are looked up: the cell of a column that a join or an order's lines name. */
export interface TableKey {
  readonly table: string
  readonly key: string
}

export interface Staging {
  readonly stageRow: (file: string, row: TableRow, keys: readonly TableKey[]) => void
  /** Rows that can become something: neither blank nor broken. */
  readonly wholeRowsOf: (file: string) => Iterable<StagedRow>
  readonly rowsByKey: (key: TableKey) => readonly StagedRow[]
  readonly stageRecord: (record: RecordToStage) => void
  /** Keys that several records of a kind bear. */
  readonly repeatedKeys: (kind: string) => readonly string[]
  readonly recordsByKey: (kind: string, key: string) => readonly (StagedRecord & { readonly mapping: number })[]
  readonly recordsOf: (mapping: number) => Iterable<StagedRecord>
  readonly countRecords: (mapping: number) => number
  readonly partsOf: (record: Pick<StagedRecord, 'id'>) => RecordParts
  readonly dropRecord: (record: Pick<StagedRecord, 'id'>) => void
  /** Keeps a return until all orders are known; a row is one return, however often its order is read. */
  readonly stageReturn: (back: StagedReturn) => void
  readonly stagedReturns: () => readonly StagedReturn[]
  /** The row shares what becomes of the record from now on. */
  readonly addReturn: (record: StagedRecord, row: StagedRow, back: Readonly<Record<string, unknown>>) => void
  /** The graph has said that it holds the record. */
  readonly markRecorded: (kind: string, key: string) => void
  readonly isRecorded: (kind: string, key: string) => boolean
  /** The graph has said that it would take the record, which it does not hold yet; `tags` are of its unique values. */
  readonly markForeseen: (kind: string, record: StagedRecord, tags: readonly string[]) => void
  readonly isForeseen: (kind: string, key: string) => boolean
  /** The foreseen records that were the first of their kind to have any of these tags. */
  readonly foreseenWith: (kind: string, tags: readonly string[]) => readonly StagedRecord[]
  /** Gives a row its fate; see `settledFate`. The notes of the fate that it gets are kept. */
  readonly settle: (row: Pick<StagedRow, 'id'>, settling: Settling) => void
  readonly unsettledRows: (file: string) => Iterable<StagedRow>
  /** Unsettled rows that no record is made of. */
  readonly unusedRows: (file: string) => Iterable<StagedRow>
  readonly counts: () => readonly { readonly file: string; readonly fate: Fate; readonly rows: number }[]
  readonly settledRows: (fate: Fate) => Iterable<SettledRow>
  readonly [Symbol.dispose]: () => void
}

export interface Settling {
  readonly fate: Fate
  readonly key?: string | null
  readonly notes?: readonly RowNote[]
  /** A row that records only join was of use if it was of use to one of them. */
  readonly isJoined?: boolean
}

/** Rows are read in pages, because what is read gets its fate meanwhile. */
const PAGE = 500
const ROW = 'id, file, row, line, cells, broken'
const UNUSED = 'id NOT IN (SELECT row_id FROM parts) AND id NOT IN (SELECT row_id FROM records)'

/** A database without a name is one that SQLite deletes as soon as it has opened it: a killed import leaves nothing. */
export function openStaging(): Staging {
  const database = new DatabaseSync('')
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY')
  database.exec(SCHEMA)
  database.exec('BEGIN')
  const insertRow = database.prepare(
    'INSERT INTO rows (file, row, line, cells, broken, isWhole, fate, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const insertKey = database.prepare('INSERT INTO keys VALUES (?, ?, ?)')
  const byKey = database.prepare(
    `SELECT ${ROW} FROM keys JOIN rows ON id = row_id WHERE "table" = ? AND keys.key = ? ORDER BY id`,
  )
  const fateOf = database.prepare('SELECT fate, notes FROM rows WHERE id = ?')
  const setFate = database.prepare('UPDATE rows SET fate = ?, key = coalesce(?, key), notes = ? WHERE id = ?')

  function* paged<Row>(columns: string, where: string, argument: string | number, read: (values: Values) => Row) {
    const page = database.prepare(`SELECT ${columns} FROM rows WHERE ${where} AND id > ? ORDER BY id LIMIT ${PAGE}`)
    for (let after = 0; ; ) {
      const found = page.all(argument, after)
      if (found.length === 0) return
      for (const values of found) yield read(values)
      after = Number(found.at(-1)?.['id'])
    }
  }

  return {
    stageRow: (file, { row, line, cells, broken, isBlank }, keys) => {
      const [fate, reason] = isBlank ? ['SKIPPED', 'blank'] : broken === null ? [null, null] : ['LEFT_OUT', broken]
      const notes = reason === null ? null : JSON.stringify([{ column: null, reason }])
      const { lastInsertRowid } = insertRow.run(
        file,
        row,
        line,
        JSON.stringify(cells),
        broken,
        fate === null ? 1 : 0,
        fate,
        notes,
      )
      for (const { table, key } of keys) insertKey.run(table, key, lastInsertRowid)
    },
    wholeRowsOf: (file) => paged(ROW, 'isWhole AND file = ?', file, rowOf),
    rowsByKey: ({ table, key }) => byKey.all(table, key).map(rowOf),
    ...stagedRecords(database),
    ...foreseenRecords(database),
    ...stagedReturns(database),
    settle: ({ id }, { fate, key = null, notes = [], isJoined = false }) => {
      const known = fateOf.get(id)
      const before = (known?.['fate'] ?? null) as Fate | null
      const after = settledFate(before, fate, isJoined)
      const former = before === after ? notesOf(known) : []
      const added = after === fate ? notes.filter((note) => !former.some(isSame(note))) : []
      setFate.run(after, key, JSON.stringify([...former, ...added]), id)
    },
    unsettledRows: (file) => paged(ROW, 'fate IS NULL AND file = ?', file, rowOf),
    unusedRows: (file) => paged(ROW, `fate IS NULL AND ${UNUSED} AND file = ?`, file, rowOf),
    settledRows: (fate) => paged(`${ROW}, key, fate, notes`, 'fate = ?', fate, settledRowOf),
    counts: () =>
      database
        .prepare('SELECT file, fate, count(*) AS rows FROM rows GROUP BY file, fate')
        .all()
        .map((values) => ({
          file: String(values['file']),
          fate: values['fate'] as Fate,
          rows: Number(values['rows']),
        })),
    [Symbol.dispose]: () => database.close(),
  }
}

const SCHEMA = `
  CREATE TABLE rows (id INTEGER PRIMARY KEY, file TEXT, row INTEGER, line INTEGER, cells TEXT, broken TEXT,
    isWhole INTEGER, fate TEXT, key TEXT, notes TEXT);
  CREATE INDEX rows_by_file ON rows (file, id);
  CREATE TABLE keys ("table" TEXT, key TEXT, row_id INTEGER);
  CREATE INDEX keys_by_key ON keys ("table", key);
  CREATE TABLE records (id INTEGER PRIMARY KEY, mapping INTEGER, kind TEXT, key TEXT, row_id INTEGER, input TEXT,
    status TEXT);
  CREATE INDEX records_by_key ON records (kind, key);
  CREATE INDEX records_by_mapping ON records (mapping, id);
  CREATE TABLE parts (record_id INTEGER, row_id INTEGER, isLine INTEGER);
  CREATE TABLE recorded (kind TEXT, key TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID;
  CREATE TABLE returns (row_id INTEGER PRIMARY KEY, standsIn TEXT, input TEXT);
  CREATE TABLE foreseen (kind TEXT, key TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID;
  CREATE TABLE tags (kind TEXT, tag TEXT, record_id INTEGER, PRIMARY KEY (kind, tag)) WITHOUT ROWID;
  CREATE INDEX parts_by_record ON parts (record_id);
  CREATE INDEX parts_by_row ON parts (row_id);
  CREATE INDEX records_by_row ON records (row_id);
`

type Values = Readonly<Record<string, unknown>>

const RECORD = `records.id AS record_id, mapping, records.key AS record_key, input, status, rows.id AS id, file, row, line,
  cells, broken FROM records JOIN rows ON rows.id = row_id`

function stagedRecords(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO records VALUES (NULL, ?, ?, ?, ?, ?, ?)')
  const insertPart = database.prepare('INSERT INTO parts VALUES (?, ?, ?)')
  const repeated = database.prepare('SELECT key FROM records WHERE kind = ? GROUP BY key HAVING count(*) > 1')
  const byKey = database.prepare(`SELECT ${RECORD} WHERE kind = ? AND records.key = ? ORDER BY records.id`)
  const page = database.prepare(
    `SELECT ${RECORD} WHERE mapping = ? AND records.id > ? ORDER BY records.id LIMIT ${PAGE}`,
  )
  const count = database.prepare('SELECT count(*) AS records FROM records WHERE mapping = ?')
  const drop = database.prepare('DELETE FROM records WHERE id = ?')
  const dropParts = database.prepare('DELETE FROM parts WHERE record_id = ?')
  const mark = database.prepare('INSERT OR IGNORE INTO recorded VALUES (?, ?)')
  const marked = database.prepare('SELECT 1 FROM recorded WHERE kind = ? AND key = ?')
  const parts = database.prepare(`SELECT ${ROW} FROM parts JOIN rows ON id = row_id WHERE record_id = ? AND isLine = ?`)
  return {
    stageRecord: ({ mapping, kind, key, row, input, status, parts: { lines, joined } }: RecordToStage) => {
      const { lastInsertRowid } = insert.run(mapping, kind, key, row.id, JSON.stringify(input), status)
      for (const { id } of lines) insertPart.run(lastInsertRowid, id, 1)
      for (const { id } of joined) insertPart.run(lastInsertRowid, id, 0)
    },
    repeatedKeys: (kind: string) => repeated.all(kind).map(({ key }) => String(key)),
    recordsByKey: (kind: string, key: string) =>
      byKey.all(kind, key).map((values) => ({ ...recordOf(values), mapping: Number(values['mapping']) })),
    *recordsOf(mapping: number) {
      for (let after = 0; ; ) {
        const found = page.all(mapping, after).map(recordOf)
        if (found.length === 0) return
        yield* found
        after = found.at(-1)?.id ?? 0
      }
    },
    countRecords: (mapping: number) => Number(count.get(mapping)?.['records']),
    partsOf: ({ id }: Pick<StagedRecord, 'id'>) => ({
      lines: parts.all(id, 1).map(rowOf),
      joined: parts.all(id, 0).map(rowOf),
    }),
    markRecorded: (kind: string, key: string) => {
      mark.run(kind, key)
    },
    isRecorded: (kind: string, key: string) => marked.get(kind, key) !== undefined,
    dropRecord: ({ id }: Pick<StagedRecord, 'id'>) => {
      drop.run(id)
      dropParts.run(id)
    },
  }
}

function foreseenRecords(database: DatabaseSync) {
  const mark = database.prepare('INSERT OR IGNORE INTO foreseen VALUES (?, ?)')
  const marked = database.prepare('SELECT 1 FROM foreseen WHERE kind = ? AND key = ?')
  const tag = database.prepare('INSERT OR IGNORE INTO tags VALUES (?, ?, ?)')
  const tagged = database.prepare(
    `SELECT ${RECORD} JOIN tags ON tags.record_id = records.id WHERE tags.kind = ? AND tag = ?`,
  )
  return {
    markForeseen: (kind: string, { id, key }: StagedRecord, tags: readonly string[]) => {
      mark.run(kind, key)
      for (const each of tags) tag.run(kind, each, id)
    },
    isForeseen: (kind: string, key: string) => marked.get(kind, key) !== undefined,
    foreseenWith: (kind: string, tags: readonly string[]) => {
      const found = tags.flatMap((each) => tagged.all(kind, each).map(recordOf))
      return [...new Map(found.map((record) => [record.id, record])).values()]
    },
  }
}

function stagedReturns(database: DatabaseSync) {
  const stage = database.prepare('INSERT OR IGNORE INTO returns VALUES (?, ?, ?)')
  const all = database.prepare(`SELECT ${ROW}, standsIn, input FROM returns JOIN rows ON rows.id = row_id ORDER BY id`)
  const known = database.prepare('SELECT input FROM records WHERE id = ?')
  const change = database.prepare('UPDATE records SET input = ? WHERE id = ?')
  const addPart = database.prepare('INSERT INTO parts VALUES (?, ?, 1)')
  return {
    stageReturn: ({ row, standsIn, input }: StagedReturn) => {
      stage.run(row.id, standsIn, JSON.stringify(input))
    },
    stagedReturns: () =>
      all.all().map((values) => ({
        row: rowOf(values),
        standsIn: values['standsIn'] === null ? null : String(values['standsIn']),
        input: JSON.parse(String(values['input'])),
      })),
    addReturn: ({ id }: StagedRecord, row: StagedRow, back: Readonly<Record<string, unknown>>) => {
      const input = JSON.parse(String(known.get(id)?.['input']))
      change.run(JSON.stringify({ ...input, returns: [...(input.returns ?? []), back] }), id)
      addPart.run(id, row.id)
    },
  }
}

/** Of two fates of a row the weightier one; of a row that is only joined, the better one. */
export function settledFate(known: Fate | null, fate: Fate, isJoined: boolean): Fate {
  if (known === null) return fate
  const weight = (one: Fate) => (isJoined && one === 'LEFT_OUT' ? -1 : fates.indexOf(one))
  return weight(fate) > weight(known) ? fate : known
}

function isSame(note: RowNote) {
  return ({ column, reason }: RowNote) => column === note.column && reason === note.reason
}

/* What the statements above select is what those above them inserted. */

function rowOf(values: Values): StagedRow {
  return {
    id: Number(values['id']),
    file: String(values['file']),
    row: Number(values['row']),
    line: Number(values['line']),
    cells: JSON.parse(String(values['cells'])),
    broken: values['broken'] === null ? null : String(values['broken']),
  }
}

function settledRowOf(values: Values): SettledRow {
  const { key } = values
  return {
    ...rowOf(values),
    key: key === null ? null : String(key),
    fate: values['fate'] as Fate,
    notes: notesOf(values),
  }
}

function notesOf(values: Values | undefined): readonly RowNote[] {
  const notes = values?.['notes']
  return typeof notes === 'string' ? JSON.parse(notes) : []
}

function recordOf(values: Values): StagedRecord {
  return {
    id: Number(values['record_id']),
    key: String(values['record_key']),
    row: rowOf(values),
    input: JSON.parse(String(values['input'])),
    status: values['status'] === null ? null : String(values['status']),
  }
}
