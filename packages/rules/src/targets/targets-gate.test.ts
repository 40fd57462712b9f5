import { describe, expect, it } from '@jest/globals'
import { refused } from '../gates/violation-fixture.ts'
import type { TargetMeasure } from './target-tree.ts'
import { type TargetDraft, type TargetsGateInput, targetsGate } from './targets-gate.ts'
import { month, person, team, tree } from './tree-fixture.ts'

const march = month(3, 60, [team('north', 60, [person('wang', 35), person('li', 25)])])
const balanced = tree(100, [march])
const [north] = march.teams

const gate = (given: Partial<TargetDraft>, asked: Partial<TargetsGateInput> = {}) =>
  refused(
    targetsGate({
      tree: { ...balanced, ...given },
      monthsDue: [3],
      salespeople: ['wang', 'li'],
      arePersonalPlansDue: true,
      ...asked,
    }),
  )

/** March with its only team changed. */
const inTeam = (change: Partial<(typeof march.teams)[number]>) => ({
  months: [{ ...march, teams: [{ ...team('north', 60, []), ...north, ...change }] }],
})

describe('a tree of targets that is complete', () => {
  it('passes, also with months to come and a rest that nobody has (TGT-1 to TGT-7, C6)', () => {
    expect(gate({})).toEqual([])
    expect(gate({ months: [march, month(4, 40, [])] })).toEqual([])
    expect(gate({ value: 61 })).toEqual([])
  })

  it('may hold people whom nobody asked for, and one person in two teams (TGT-3)', () => {
    const teams = [team('north', 30, [person('wang', 30)]), team('south', 30, [person('wang', 15), person('zhao', 15)])]
    expect(gate({ months: [{ ...march, teams }] }, { salespeople: ['wang'] })).toEqual([])
  })
})

describe("the year's target", () => {
  it.each([null, ' '])('is refused with the plan %j (TGT-1)', (plan) => {
    expect(gate({ plan })).toEqual([['TGT-1', 'plan', { year: 2026 }]])
  })
})

describe("a month's target", () => {
  it('is refused where it is due and missing (TGT-2)', () => {
    expect(gate({}, { monthsDue: [2, 3, 2] })).toEqual([['TGT-2', 'months', { year: 2026, month: 2 }]])
  })

  it('is refused where it was set twice (TGT-2)', () => {
    expect(gate({ value: 120, months: [march, march] })).toEqual([
      ['TGT-2', 'months.1.month', { year: 2026, month: 3 }],
    ])
  })

  it('is refused together with the others where months are more than the year (TGT-2)', () => {
    expect(gate({ value: 60 })).toEqual([])
    expect(gate({ value: 59 })).toEqual([
      ['TGT-2', 'months', { level: 'YEAR', value: 59, allocated: 60, overAllocated: 1 }],
    ])
  })

  it.each([0, 13, 1.5])('numbered %d is no month', (number) => {
    const fault = expect.objectContaining({ code: 'DATE_INVALID' })
    expect(() => gate({ months: [month(number, 1, [])] })).toThrow(fault)
    expect(() => gate({}, { monthsDue: [number] })).toThrow(fault)
  })

  it.each([1, 12])('numbered %d is one', (number) => {
    expect(gate({ months: [{ ...march, month: number }] }, { monthsDue: [number] })).toEqual([])
  })
})

describe('a division', () => {
  it('is refused without a team once the month is due (TGT-3)', () => {
    expect(gate({ months: [month(3, 60, [])] })).toEqual([['TGT-3', 'months.0.teams', { month: 3 }]])
    expect(gate({ months: [month(3, 60, [])] }, { monthsDue: [] })).toEqual([])
  })

  it('is refused for everybody who has no part in it (TGT-3)', () => {
    expect(gate({}, { salespeople: ['zhao', 'wang', 'qian'] })).toEqual([
      ['TGT-3', 'salespeople.0', { month: 3 }],
      ['TGT-3', 'salespeople.2', { month: 3 }],
    ])
  })

  it('is refused for a team without anybody (TGT-3)', () => {
    expect(gate(inTeam({ persons: [] }), { salespeople: [] })).toEqual([
      ['TGT-3', 'months.0.teams.0.persons', { month: 3, teamId: 'north' }],
    ])
  })

  it('is refused for a team or person that comes twice (TGT-3)', () => {
    const half = team('north', 30, [person('wang', 10), person('li', 10), person('wang', 10)])
    expect(gate({ months: [{ ...march, teams: [half, { ...half, persons: half.persons.slice(0, 2) }] }] })).toEqual([
      ['TGT-3', 'months.0.teams.0.persons.2.personId', { month: 3, teamId: 'north' }],
      ['TGT-3', 'months.0.teams.1.teamId', { month: 3, teamId: 'north' }],
    ])
  })

  it('is refused where teams hold more than the month, and persons more than the team (TGT-3)', () => {
    // 36 + 25 = 61 of 60.
    expect(gate(inTeam({ value: 61, persons: [person('wang', 37), person('li', 25)] }))).toEqual([
      ['TGT-3', 'months.0.teams', { level: 'MONTH', value: 60, allocated: 61, overAllocated: 1 }],
      ['TGT-3', 'months.0.teams.0.persons', { level: 'TEAM', value: 61, allocated: 62, overAllocated: 1 }],
    ])
  })
})

describe('a plan', () => {
  it.each([null, '  '])('of a person is asked for once it is due, and %j is none (TGT-4)', (plan) => {
    const given = inTeam({ persons: [person('wang', 35), person('li', 25, plan)] })
    expect(gate(given)).toEqual([['TGT-4', 'months.0.teams.0.persons.1.plan', { month: 3, teamId: 'north' }]])
    expect(gate(given, { arePersonalPlansDue: false })).toEqual([])
  })

  it.each([null, '\n'])('of a team is asked for in a month that is due, and %j is none (TGT-7)', (plan) => {
    expect(gate(inTeam({ plan }))).toEqual([['TGT-7', 'months.0.teams.0.plan', { month: 3, teamId: 'north' }]])
    expect(gate(inTeam({ plan }), { monthsDue: [] })).toEqual([])
  })
})

describe('a measure', () => {
  const measured = (measure: TargetMeasure | null, given: Partial<TargetDraft> = {}) => gate({ measure, ...given })

  it('is asked for, and without it nothing is added up (TGT-5)', () => {
    expect(measured(null, { value: 1 })).toEqual([['TGT-5', 'measure', { measure: null }]])
  })

  it.each([
    [{ kind: 'AMOUNT', currency: '' }, 'measure.currency'],
    [{ kind: 'QUANTITY', unit: ' ' }, 'measure.unit'],
    [{ kind: 'SHARE', market: '' }, 'measure.market'],
  ] as const)('is refused as %j: nobody knows the unit (TGT-5)', (measure, path) => {
    expect(measured(measure)).toEqual([['TGT-5', path, { measure: measure.kind }]])
  })

  it.each([0, -1])('is refused with %d to reach, on every level (TGT-5)', (value) => {
    const given = { value, months: [{ ...march, value, teams: [team('north', value, [person('wang', value)])] }] }
    expect(gate(given, { salespeople: [] })).toEqual([
      ['TGT-5', 'value', { value }],
      ['TGT-5', 'months.0.value', { value }],
      ['TGT-5', 'months.0.teams.0.value', { value }],
      ['TGT-5', 'months.0.teams.0.persons.0.value', { value }],
    ])
  })

  it('is refused as a share of more than the market (TGT-5)', () => {
    const share = { kind: 'SHARE', market: 'syringes' } as const
    expect(measured(share, { value: 10_000 })).toEqual([])
    expect(measured(share, { value: 10_001 })).toEqual([['TGT-5', 'value', { value: 10_001, most: 10_000 }]])
    expect(measured({ kind: 'QUANTITY', unit: 'box' }, { value: 10_001 })).toEqual([])
  })

  it('in shares may have parts that are more than the whole: they do not add (TGT-5)', () => {
    expect(measured({ kind: 'SHARE', market: 'syringes' }, { value: 1 })).toEqual([])
  })
})

describe('everything that is wrong', () => {
  it('is told at once (TGT-1, TGT-2, TGT-3, TGT-4, TGT-5, TGT-7)', () => {
    const teams = [{ ...team('north', 60, [person('wang', 61, null)]), plan: null }]
    const wrong = gate(
      { plan: null, value: 0, measure: { kind: 'AMOUNT', currency: '' }, months: [{ ...march, teams }] },
      { monthsDue: [3, 4] },
    )
    expect(wrong.map(([rule, path]) => `${rule} ${path}`)).toEqual([
      'TGT-5 measure.currency',
      'TGT-5 value',
      'TGT-1 plan',
      'TGT-2 months',
      'TGT-7 months.0.teams.0.plan',
      'TGT-4 months.0.teams.0.persons.0.plan',
      'TGT-3 salespeople.1',
      'TGT-2 months',
      'TGT-3 months.0.teams.0.persons',
    ])
  })

  it('names nobody in its facts (SEC-1)', () => {
    const wrong = gate(inTeam({ persons: [person('wang', 70, null), person('wang', 1, null)] }))
    expect(wrong.length).toBeGreaterThan(3)
    expect(JSON.stringify(wrong.map(([, , facts]) => facts))).not.toMatch(/wang|li\b/)
  })
})
