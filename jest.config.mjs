/**
 * The suffix says the level: `.test.ts` is pure and fast, `.int.test.ts` needs MongoDB and Kafka (MONGODB_URI and
 * KAFKA_BROKERS), `tests/` crosses services. AFTERLINE_TEST_LEVEL chooses one; without it all of them run.
 */
const PLACES = '{packages,services,gateway}'
const LEVELS = {
  fast: [`<rootDir>/${PLACES}/**/!(*.int).test.ts`],
  int: [`<rootDir>/${PLACES}/**/*.int.test.ts`],
  across: ['<rootDir>/tests/**/*.test.ts'],
}

/** Beside others on a busy machine, a service takes longer to come up than what jest gives a hook by itself. */
const WITH_A_STACK_MS = 60_000

export default {
  testEnvironment: 'node',
  testTimeout: process.env.AFTERLINE_TEST_LEVEL === 'fast' ? 5_000 : WITH_A_STACK_MS,
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: LEVELS[process.env.AFTERLINE_TEST_LEVEL] ?? Object.values(LEVELS).flat(),
  testPathIgnorePatterns: ['/node_modules/', '/\\.afterline'],
  modulePathIgnorePatterns: ['<rootDir>/\\.afterline'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
}
