import { describe, expect, it } from '@jest/globals'
import { refused } from '../gates/violation-fixture.ts'
import { parseLocalDate } from '../primitives/local-date.ts'
import { type ServiceGoal, serviceGoalSubjects, serviceGoalsGate } from './service-goals.ts'

const goals: readonly ServiceGoal[] = serviceGoalSubjects.map((subject) => ({
  subject,
  value: 1,
  dueOn: parseLocalDate('2026-12-31'),
  countsForPerformance: true,
}))
const withLast = (change: Partial<ServiceGoal>) =>
  goals.map((goal, index) => (index === 2 ? { ...goal, ...change } : goal))

describe('the goals of the service', () => {
  it('pass with a value, a day and weight for each subject, also twice (TGT-6)', () => {
    expect(serviceGoalsGate(goals)).toEqual([])
    expect(serviceGoalsGate([...goals, ...goals])).toEqual([])
  })

  it('are refused for each subject without one (TGT-6)', () => {
    expect(refused(serviceGoalsGate([]))).toEqual([
      ['TGT-6', '', { subject: 'SATISFACTION' }],
      ['TGT-6', '', { subject: 'RESOLUTION_RATE' }],
      ['TGT-6', '', { subject: 'SERVICE_INDICATOR' }],
    ])
  })

  it.each([0, -1])('are refused with %d to reach (TGT-6)', (value) => {
    expect(refused(serviceGoalsGate(withLast({ value })))).toEqual([
      ['TGT-6', '2.value', { subject: 'SERVICE_INDICATOR', value }],
    ])
  })

  it('are refused without a day and without weight, both at once (TGT-6)', () => {
    expect(refused(serviceGoalsGate(withLast({ dueOn: null, countsForPerformance: false })))).toEqual([
      ['TGT-6', '2.dueOn', { subject: 'SERVICE_INDICATOR', dueOn: null }],
      ['TGT-6', '2.countsForPerformance', { subject: 'SERVICE_INDICATOR', countsForPerformance: false }],
    ])
  })
})
