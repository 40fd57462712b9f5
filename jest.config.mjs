/** Level is said by the suffix: .test.ts pure and fast, .int.test.ts real MongoDB and Kafka, tests/ through the gateway. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/\\.afterline'],
  modulePathIgnorePatterns: ['<rootDir>/\\.afterline'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
}
