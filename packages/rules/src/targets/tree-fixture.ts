import fc from 'fast-check'
import type { MonthTarget, PersonTarget, TargetTree, TeamTarget } from './target-tree.ts'

/* Trees for the tests of this folder. */

export const person = (personId: string, value: number, plan: string | null = 'visit every clinic'): PersonTarget => ({
  personId,
  value,
  plan,
})

export const team = (teamId: string, value: number, persons: readonly PersonTarget[]): TeamTarget => ({
  teamId,
  value,
  plan: 'two new hospitals, against a cheaper competitor',
  persons,
})

export const month = (number: number, value: number, teams: readonly TeamTarget[]): MonthTarget => ({
  month: number,
  value,
  teams,
})

export const tree = (value: number, months: readonly MonthTarget[]): TargetTree => ({
  year: 2026,
  measure: { kind: 'AMOUNT', currency: 'CNY' },
  productId: null,
  channel: null,
  value,
  plan: 'grow in the north',
  months,
})

/** Any values on any level, so that some parents hold less than their children and some more. */
export const randomTrees: fc.Arbitrary<TargetTree> = fc
  .tuple(
    fc.integer({ min: 0, max: 1_000_000 }),
    fc
      .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 })
      .chain((numbers) =>
        fc.tuple(
          ...numbers.map((number) => values(5_000).chain((value) => teams.map((all) => month(number, value, all)))),
        ),
      ),
  )
  .map(([value, months]) => tree(value, months))

function values(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max })
}

const persons = fc
  .array(values(100), { maxLength: 4 })
  .map((all) => all.map((value, index) => person(`p${index}`, value)))
const teams = fc
  .array(fc.tuple(values(500), persons), { maxLength: 4 })
  .map((all) => all.map(([value, members], index) => team(`t${index}`, value, members)))
