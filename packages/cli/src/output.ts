/** Where commands print: results to stdout, everything else to stderr, so that `--json` leaves stdout clean. */
export interface Output {
  readonly isJson: boolean
  /** The result: as JSON when asked for, else as the given text. */
  readonly result: (value: unknown, asText: () => string) => void
  readonly progress: (line: string) => void
}

export function createOutput(isJson: boolean): Output {
  return {
    isJson,
    result: (value, asText) => process.stdout.write(isJson ? `${JSON.stringify(value, null, 2)}\n` : `${asText()}\n`),
    progress: (line) => process.stderr.write(`${line}\n`),
  }
}

/** Columns as wide as their widest cell; numbers to the right. */
export function table(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = [header, ...rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))))]
  const widths = header.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const isNumeric = header.map((_, column) => rows.every((row) => typeof row[column] === 'number' || !row[column]))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return isNumeric[column] ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n')
}
