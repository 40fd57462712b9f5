import { cpus, loadavg, totalmem } from 'node:os'
import type { Comparison } from './comparison.ts'
import type { Summary } from './statistics.ts'

/** What one benchmark has found. */
export interface BenchmarkResult {
  readonly benchmark: string
  readonly comparisons: readonly Comparison[]
}

const HEADER = ['benchmark', 'case', 'ratio', 'lowest–highest', 'ours (absolute)', 'against (absolute)', 'rounds']

/**
 * The figures as one Markdown table, which a terminal shows in columns, and below it what each line compares.
 * Ratios are ours divided by theirs.
 */
export function tableOf(results: readonly BenchmarkResult[]): string {
  const lines = results.flatMap(({ benchmark, comparisons }) =>
    comparisons.map((comparison) => [benchmark, ...cellsOf(comparison)]),
  )
  return [...markdownTable([HEADER, ...lines]), '', ...results.flatMap(explanations)].join('\n')
}

function cellsOf({ title, ratio, absolute, unit, rounds }: Comparison): readonly string[] {
  const spread = `${figure(ratio.low)}–${figure(ratio.high)}`
  const shown = ({ median }: Summary) => `${figure(median)} ${unit}`
  return [title, figure(ratio.median), spread, shown(absolute.ours), shown(absolute.against), String(rounds)]
}

function explanations({ benchmark, comparisons }: BenchmarkResult): readonly string[] {
  return comparisons.flatMap(({ title, ours, against, notes }) => [
    `${benchmark}, ${title}: ${ours} / ${against}`,
    ...notes.map((note) => `  ${note}`),
  ])
}

/** Three significant digits below 1000, whole numbers with separators from there on. */
export function figure(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value === 0 ? '0' : Number(value.toPrecision(3)).toString()
}

/** The first row is the header. Columns are as wide as their widest cell. */
export function markdownTable(rows: readonly (readonly string[])[]): readonly string[] {
  const [header = []] = rows
  const widths = header.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(header), rule, ...rows.slice(1).map(line)]
}

/** The machine, as far as it matters for the absolute figures; a load above its processors tells that others worked too. */
export function machineLine(): string {
  const processors = cpus()
  const gib = Math.round(totalmem() / 2 ** 30)
  const model = processors[0]?.model ?? 'unknown processor'
  const load = (loadavg()[2] ?? 0).toFixed(1)
  return `${processors.length} × ${model}, ${gib} GiB, Node ${process.versions.node}, load of the last 15 minutes ${load}`
}
