import { describe, expect, it } from '@jest/globals'
import { sum, tallyOf } from './jest-run.ts'

describe('the count of tests', () => {
  it('holds a file that could not be loaded as a failure', () => {
    const result = { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 2 }
    expect(tallyOf(result)).toEqual({ passed: 3, failed: 3 })
  })

  it('adds up over the levels', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 })
    expect(sum([])).toEqual({ passed: 0, failed: 0 })
  })
})
