import { describe, expect, it } from '@jest/globals'
import { sharedTargetsOf } from './shared-target.ts'
import { month, person, team, tree } from './tree-fixture.ts'

const both = tree(100, [
  month(3, 60, [team('north', 40, [person('wang', 15), person('li', 25)]), team('south', 20, [person('wang', 20)])]),
  month(4, 40, [team('north', 40, [person('wang', 40)])]),
])

describe("a person's target", () => {
  it('is shown with that of the team, of each team in that month (ORG-8)', () => {
    expect(sharedTargetsOf(both, { month: 3, personId: 'wang' })).toEqual([
      { teamId: 'north', personal: 15, team: 40 },
      { teamId: 'south', personal: 20, team: 20 },
    ])
    expect(sharedTargetsOf(both, { month: 4, personId: 'wang' })).toEqual([{ teamId: 'north', personal: 40, team: 40 }])
  })

  it('is not there for somebody who has none in that month (ORG-8)', () => {
    expect(sharedTargetsOf(both, { month: 4, personId: 'li' })).toEqual([])
    expect(sharedTargetsOf(both, { month: 5, personId: 'wang' })).toEqual([])
  })
})
