export {
  type Comparison,
  type Contest,
  type Contestant,
  compare,
  comparisonOf,
  perSecond,
  sideBySide,
} from './comparison.ts'
export { type BenchmarkArguments, reportBenchmark, requiredVariable } from './report.ts'
export { medianOf, quantileOf, type Summary } from './statistics.ts'
export { type BenchmarkResult, figure, machineLine, tableOf } from './table.ts'
