import stringWidth from 'string-width'

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

/**
 * Columns as wide as their widest cell on a terminal, where a Chinese character takes two columns; numbers to the right.
 */
export function table(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = [header, ...rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))))]
  const widths = header.map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? ''))))
  const isNumeric = header.map((_, column) => rows.every((row) => typeof row[column] === 'number' || !row[column]))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - stringWidth(cell))
        return isNumeric[column] ? padding + cell : cell + padding
      })
      .join('  ')
      .trimEnd(),
  )
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n')
}
