import type { RowNote, StagedRow, Staging } from './staging.ts'

export const placeOf = ({ file, line }: Pick<StagedRow, 'file' | 'line'>) => `${file}:${line}`

interface LeftOut {
  readonly row: StagedRow
  readonly lines: readonly StagedRow[]
  readonly key: string | null
  readonly notes: readonly RowNote[]
}

/** A record is left out whole; what is wrong with a line itself stands there already. */
export function leaveOut(staging: Staging, { row, lines, key, notes }: LeftOut): void {
  staging.settle(row, { fate: 'LEFT_OUT', key, notes })
  const reason = `its record is left out: ${placeOf(row)}`
  for (const line of lines) staging.settle(line, { fate: 'LEFT_OUT', key, notes: [{ column: null, reason }] })
}
