import { columnsNeeded } from './columns.ts'
import { FileProblem } from './file-problem.ts'
import { formatOf, type Mapping } from './mapping.ts'
import type { Staging } from './staging.ts'
import { locateTable, readTable, type TableForm } from './table-file.ts'
import { keysOfRow, tablesOf } from './tables.ts'

/** What was read of a file, and how. */
export interface StagedFile {
  /** As the mapping names it. */
  readonly name: string
  /** As it is called in the folder, which may be compressed. */
  readonly found: string
  readonly form: TableForm | null
}

/**
 * Reads every file that the mapping names, once. Rows that say nothing, and those whose cells cannot be told apart, get
 * their fate here.
 * @returns what cannot be read at all, of all files at once
 */
export async function stageFiles(
  folder: string,
  mapping: Mapping,
  staging: Staging,
): Promise<{ readonly files: readonly StagedFile[]; readonly refused: readonly FileProblem[] }> {
  const files: StagedFile[] = []
  const refused: FileProblem[] = []
  const tables = tablesOf(mapping)
  for (const [name, columns] of columnsNeeded(mapping)) {
    let form: TableForm | null = null
    let found = name
    try {
      const place = await locateTable(folder, name)
      found = place.found
      const rows = readTable(place, formatOf(mapping, name), columns, (known) => {
        form = known
      })
      for await (const row of rows) staging.stageRow(name, row, keysOfRow(row, tables.get(name) ?? []))
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error
      refused.push(error)
    }
    files.push({ name, found, form })
  }
  return { files, refused }
}
