import type { KnipConfig } from 'knip'

const tests = 'src/**/*.test.ts'
const benchmarks = 'bench/**/*.bench.ts'
const project = ['{src,bench}/**/*.ts']

/** Dead code: files that nothing reaches, exports that nobody imports, dependencies that nothing uses. */
const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: ['tests/**/*.{test,bench}.ts', 'tests/kills/main.ts', 'tests/cluster/main.ts', 'deploy/image/main.ts'],
      project: ['tests/**/*.ts', 'deploy/image/*.ts'],
      'graphql-codegen': 'codegen.config.ts',
      // The workbench starts them by path.
      ignoreDependencies: ['@biomejs/biome', 'jest'],
    },
    'packages/rules': { entry: [tests, benchmarks], project },
    'packages/events': { entry: ['src/generate.ts', tests], project },
    'packages/service-kit': { entry: ['src/telemetry/register.ts', tests, benchmarks], project },
    'packages/cli': { entry: ['src/main.ts', tests, benchmarks], project },
    'packages/benchmark': { entry: [tests], project },
    'packages/delivery': { entry: ['src/main.ts', tests], project },
    'packages/dev-stack': { entry: ['src/main.ts', tests], project },
    'packages/workbench': {
      entry: ['src/commands/*.ts', 'src/checks/{chart-page,coverage,derived-schemas,permissions,unique}.ts', tests],
      project,
      // Where there is one, the chart is rendered.
      ignoreBinaries: ['helm'],
    },
    'services/*': { entry: ['src/main.ts', 'src/graphs.ts', tests], project },
    // Some fixtures and the graph in one process are processes of their own.
    gateway: { entry: ['src/main.ts', 'src/compose.ts', 'src/fixtures/notes-*.ts', 'bench/*.ts', tests], project },
  },
  ignore: ['**/*.generated.ts'],
  // The types of a public signature are exported with it, whether or not somebody names them yet.
  exclude: ['types'],
}

export default config
