/** What a benchmark needs to be there before it starts. */
export type Need = 'nothing' | 'backing' | 'stack'

export interface Benchmark {
  readonly name: string
  /** What the figure is to show. */
  readonly question: string
  readonly need: Need
  /** Relative to the repository. */
  readonly file: string
}

/** All benchmarks, in the order of the table. Each also runs by itself: see its file. */
export const benchmarks: readonly Benchmark[] = [
  {
    name: 'deadlines',
    question: 'How many limits can be evaluated, against Temporal at each call?',
    need: 'nothing',
    file: 'packages/rules/bench/deadlines.bench.ts',
  },
  {
    name: 'figures',
    question: 'How fast are figures accumulated, and how much does an accumulator hold?',
    need: 'nothing',
    file: 'packages/rules/bench/figures.bench.ts',
  },
  {
    name: 'commands',
    question: 'What does a command cost beyond the bare transaction?',
    need: 'backing',
    file: 'packages/service-kit/bench/command-throughput.bench.ts',
  },
  {
    name: 'kpis',
    question: 'Does reading a scorecard grow with the number of cases?',
    need: 'backing',
    file: 'packages/service-kit/bench/kpi-read.bench.ts',
  },
  {
    name: 'replay',
    question: 'What does computing all figures from the topics cost beyond reading them?',
    need: 'backing',
    file: 'packages/cli/bench/replay.bench.ts',
  },
  {
    name: 'graph',
    question: 'What does federation cost, against the same graph in one process?',
    need: 'stack',
    file: 'tests/load/graph.bench.ts',
  },
  {
    name: 'latency',
    question: 'How long until another service knows, against one bare hop through Kafka?',
    need: 'stack',
    file: 'tests/load/latency.bench.ts',
  },
  {
    name: 'idle',
    question: 'What does each process cost while nobody asks for anything?',
    need: 'stack',
    file: 'tests/load/idle.bench.ts',
  },
  {
    name: 'import',
    question: 'What does a record of history cost, against the bare transaction?',
    need: 'stack',
    file: 'tests/load/import.bench.ts',
  },
]
