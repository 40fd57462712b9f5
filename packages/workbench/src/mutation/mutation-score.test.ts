import { describe, expect, it } from '@jest/globals'
import { type MutationReport, mutationScoreOf } from './mutation-score.ts'

type Status = MutationReport['files'][string]['mutants'][number]['status']

const report = (...statuses: readonly Status[]): MutationReport => ({
  files: {
    'a.ts': {
      mutants: statuses.map((status, index) => ({
        status,
        mutatorName: 'StringLiteral',
        replacement: '""',
        location: { start: { line: index + 1, column: 2 } },
      })),
    },
  },
})

describe('the score of a mutation report', () => {
  it('is what tests noticed, of what could run: a mutant that no test reaches was not noticed', () => {
    const all = report('Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'CompileError', 'Ignored')
    expect(mutationScoreOf(all)).toEqual({
      detected: 2,
      valid: 4,
      score: 0.5,
      undetected: ['a.ts:3:2 StringLiteral: ""', 'a.ts:4:2 StringLiteral: ""'],
    })
  })

  it('is missing where nothing was mutated', () => {
    expect(mutationScoreOf(report())).toEqual({ detected: 0, valid: 0, score: null, undetected: [] })
  })
})
