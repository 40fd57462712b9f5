import { describe, expect, it } from '@jest/globals'
import { sum, tallyOf, timeOf } from './jest-run.ts'

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

describe('the time of a level', () => {
  it('reaches from its begin to the end of its last file, and tells each file by its place in the repository', () => {
    const testResults = [
      { name: '/repository/services/a.test.ts', startTime: 2_000, endTime: 9_500 },
      { name: '/repository/tests/b.test.ts', startTime: 3_000, endTime: 4_000 },
    ]
    expect(timeOf({ startTime: 1_000, testResults }, '/repository')).toEqual({
      seconds: 8.5,
      files: [
        { file: 'services/a.test.ts', seconds: 7.5 },
        { file: 'tests/b.test.ts', seconds: 1 },
      ],
    })
  })

  it('is nothing when no file ran', () => {
    expect(timeOf({ startTime: 1_000, testResults: [] }, '/repository')).toEqual({ seconds: 0, files: [] })
  })
})
