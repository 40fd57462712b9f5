/**
 * Mutation testing of what computes a verdict: limits, figures and gates. `npm run mutate` runs it from the root of the
 * repository; what survives is explained in MUTANTS.md.
 */
export default {
  plugins: [import.meta.resolve('@stryker-mutator/jest-runner')],
  testRunner: 'jest',
  // TypeScript 7 has no API for Stryker to rewrite a configuration with; nothing in the sandbox needs one.
  tsconfigFile: 'none.json',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  coverageAnalysis: 'perTest',
  mutate: [
    'packages/rules/src/{deadlines,kpi,gates}/**/*.ts',
    '!packages/rules/src/**/*.test.ts',
    '!packages/rules/src/**/*-fixture.ts',
    '!packages/rules/src/**/index.ts',
  ],
  jest: {
    projectType: 'custom',
    config: {
      rootDir: '.',
      testEnvironment: 'node',
      extensionsToTreatAsEsm: ['.ts'],
      testMatch: ['<rootDir>/packages/rules/src/{deadlines,kpi,gates,ledger}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', 'minute-by-minute'],
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
  tempDirName: '.afterline-mutants',
  concurrency: 2,
  timeoutMS: 20000,
  disableTypeChecks: false,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: '.afterline-mutants-report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
}
