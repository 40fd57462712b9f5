/**
 * Mutation testing of what computes a verdict: limits, figures and gates, one group at a time with the tests that judge
 * it (AFTERLINE_MUTATE=deadlines|kpi|gates). `npm run mutate` runs it; MUTANTS.md tells what survived and why.
 */
const GROUPS = {
  deadlines: { code: ['deadlines'], tests: ['deadlines', 'ledger/complaint'] },
  kpi: { code: ['kpi'], tests: ['kpi', 'ledger/order', 'ledger/anonymous-survey'] },
  gates: { code: ['gates', 'life-cycles'], tests: ['gates', 'life-cycles'] },
}
const group = process.env['AFTERLINE_MUTATE'] ?? 'gates'
const { code, tests } = GROUPS[group]
// What a limit compiles to is kept with its policy, so only the first test that asks for it would be seen to reach it.
const coverageAnalysis = group === 'deadlines' ? 'all' : 'perTest'
process.env['AFTERLINE_MUTATION_TESTS'] = JSON.stringify({
  folders: tests,
  // Thousands of random cases per mutant would take days; the tables must find it.
  except: ['minute-by-minute', 'equality', 'deadlines/laws'],
})

export default {
  plugins: [import.meta.resolve('@stryker-mutator/jest-runner')],
  testRunner: 'jest',
  // TypeScript 7 has no API for Stryker to rewrite a configuration with; nothing in the sandbox needs one.
  tsconfigFile: 'none.json',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  coverageAnalysis,
  // Tables that are read when a module loads: each mutant would need every test, and tests compare them entry by entry.
  ignoreStatic: coverageAnalysis === 'perTest',
  mutate: [
    ...code.map((folder) => `packages/rules/src/${folder}/**/*.ts`),
    '!packages/rules/src/**/*.test.ts',
    '!packages/rules/src/**/*-fixture.ts',
    '!packages/rules/src/**/index.ts',
    // Wordings: that both languages are there is asserted for every refusal, what they say is for people to read.
    '!packages/rules/src/**/*-violations.ts',
    '!packages/rules/src/**/*-texts.ts',
  ],
  jest: {
    projectType: 'custom',
    config: {
      rootDir: '.',
      testEnvironment: 'node',
      extensionsToTreatAsEsm: ['.ts'],
      testMatch: ['<rootDir>/packages/rules/mutation/group.ts'],
      transform: {
        '^.+\\.ts$': [
          '@swc/jest',
          {
            jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
            module: { type: 'es6' },
            sourceMaps: 'inline',
          },
        ],
      },
    },
    // It is one file, and what it loads is known only when it runs.
    enableFindRelatedTests: false,
  },
  ignorePatterns: [
    '*',
    '!packages',
    'packages/*',
    '!packages/rules',
    '!packages/rules/**',
    '!package.json',
    'node_modules',
  ],
  tempDirName: `.afterline-mutants/${group}`,
  concurrency: 2,
  // Each run of the tests keeps its modules in memory: after some hundreds a process does little but collect garbage.
  maxTestRunnerReuse: 25,
  timeoutMS: 20000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `.afterline-mutants/${group}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
}
