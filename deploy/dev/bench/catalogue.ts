/** What a benchmark needs to be there before it starts. */
export type Need = 'nothing' | 'backing' | 'stack'

export interface Benchmark {
  readonly name: string
  /** What the figure is to show. */
  readonly question: string
  readonly need: Need
  readonly file: URL
}

/** All benchmarks, in the order of the table. Each also runs by itself: see its file. */
export const benchmarks: readonly Benchmark[] = [
  {
    name: 'deadlines',
    question: 'How many limits can be evaluated, against Temporal at each call?',
    need: 'nothing',
    file: new URL('../../../packages/rules/bench/deadlines.bench.ts', import.meta.url),
  },
  {
    name: 'figures',
    question: 'How fast are figures accumulated, and how much does an accumulator hold?',
    need: 'nothing',
    file: new URL('../../../packages/rules/bench/figures.bench.ts', import.meta.url),
  },
  {
    name: 'commands',
    question: 'What does a command cost beyond the bare transaction?',
    need: 'backing',
    file: new URL('../../../packages/service-kit/bench/command-throughput.bench.ts', import.meta.url),
  },
  {
    name: 'kpis',
    question: 'Does reading a scorecard grow with the number of cases?',
    need: 'backing',
    file: new URL('../../../packages/service-kit/bench/kpi-read.bench.ts', import.meta.url),
  },
  {
    name: 'replay',
    question: 'What does computing all figures from the topics cost beyond reading them?',
    need: 'backing',
    file: new URL('../../../packages/cli/bench/replay.bench.ts', import.meta.url),
  },
  {
    name: 'graph',
    question: 'What does federation cost, against the same graph in one process?',
    need: 'stack',
    file: new URL('../../../tests/load/graph.bench.ts', import.meta.url),
  },
  {
    name: 'latency',
    question: 'How long until another service knows, against one bare hop through Kafka?',
    need: 'stack',
    file: new URL('../../../tests/load/latency.bench.ts', import.meta.url),
  },
  {
    name: 'import',
    question: 'What does a record of history cost, against the bare transaction?',
    need: 'stack',
    file: new URL('../../../tests/load/import.bench.ts', import.meta.url),
  },
]
