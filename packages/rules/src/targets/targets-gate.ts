import { isWritten } from '../gates/written-text.ts'
import { RulesError } from '../rules-error.ts'
import type { Violation } from '../violation.ts'
import { balanceTargets } from './balance.ts'
import {
  type MonthTarget,
  nodeOfTree,
  nodesFrom,
  type TargetMeasure,
  type TargetTree,
  type TeamTarget,
  wholeMarket,
} from './target-tree.ts'
import * as refusal from './targets-violations.ts'

/** A tree as it is handed in: what it measures may not have been said. */
export interface TargetDraft extends Omit<TargetTree, 'measure'> {
  readonly measure: TargetMeasure | null
}

export interface TargetsGateInput {
  readonly tree: TargetDraft
  /** Months, 1 to 12, that must stand in the tree and be divided by now; later ones may be left out or undivided. */
  readonly monthsDue: readonly number[]
  /** Staff ids of everybody who must have a target in each month that is due. */
  readonly salespeople: readonly string[]
  /** Whether the time for personal plans is over; it begins when the targets are published (`target.personal`). */
  readonly arePersonalPlansDue: boolean
}

/**
 * What a tree of targets lacks: the year's plan (TGT-1), the months that are due (TGT-2), a part for everybody (TGT-3),
 * personal plans (TGT-4), a measure with positive values (TGT-5), the teams' plans (TGT-7). Children that hold more than
 * their parent are refused under the rule that asks for the children (TGT-2, TGT-3); what is left over is not (C6).
 * @throws RulesError `DATE_INVALID` for a month that is none, and what `balanceTargets` throws
 */
export function targetsGate(input: TargetsGateInput): readonly Violation[] {
  const { tree, monthsDue } = input
  for (const month of [...monthsDue, ...tree.months.map((one) => one.month)]) requireMonth(month)
  return [
    ...measureViolations(tree),
    ...(isWritten(tree.plan) ? [] : [refusal.noYearPlan(tree.year)]),
    ...monthViolations(tree, monthsDue),
    ...tree.months.flatMap((month, index) => {
      const isDue = monthsDue.includes(month.month)
      return isDue ? divisionViolations(month, input, ['months', String(index)]) : []
    }),
    ...overAllocations(tree),
  ]
}

function requireMonth(month: number): void {
  if (Number.isInteger(month) && month >= 1 && month <= 12) return
  throw new RulesError('DATE_INVALID', `${month} is not a month from 1 to 12`)
}

/** TGT-5: said what is measured, in which unit, and a value to reach on every level. */
function measureViolations(tree: TargetDraft): readonly Violation[] {
  const { measure } = tree
  const most = measure?.kind === 'SHARE' ? wholeMarket : null
  const values = nodesFrom(nodeOfTree(tree)).flatMap(({ value, path }) => {
    const place = [...path, 'value']
    if (value <= 0) return [refusal.notPositive(value, place)]
    return most !== null && value > most ? [refusal.moreThanTheMarket(value, most, place)] : []
  })
  if (measure === null) return [refusal.noMeasure(), ...values]
  const [field, unit] = unitOf(measure)
  return isWritten(unit) ? values : [refusal.noUnit(measure.kind, ['measure', field]), ...values]
}

function unitOf(measure: TargetMeasure): readonly [field: string, unit: string] {
  switch (measure.kind) {
    case 'AMOUNT':
      return ['currency', measure.currency]
    case 'QUANTITY':
      return ['unit', measure.unit]
    case 'SHARE':
      return ['market', measure.market]
  }
}

/** TGT-2: each month that is due, once. */
function monthViolations({ year, months }: TargetDraft, monthsDue: readonly number[]): readonly Violation[] {
  const given = months.map(({ month }) => month)
  const missing = [...new Set(monthsDue)].filter((month) => !given.includes(month))
  const repeated = given.flatMap((month, index) =>
    given.indexOf(month) === index ? [] : [refusal.repeatedMonth(year, month, ['months', String(index), 'month'])],
  )
  return [...missing.map((month) => refusal.noMonth(year, month)), ...repeated]
}

/** TGT-3, TGT-4 and TGT-7 in a month that is due. */
function divisionViolations(
  { month, teams }: MonthTarget,
  { salespeople, arePersonalPlansDue }: TargetsGateInput,
  path: readonly string[],
): readonly Violation[] {
  if (teams.length === 0) return [refusal.noTeam(month, [...path, 'teams'])]
  const teamIds = teams.map(({ teamId }) => teamId)
  const placed = new Set(teams.flatMap(({ persons }) => persons.map(({ personId }) => personId)))
  return [
    ...teams.flatMap((team, index) => {
      const place = [...path, 'teams', String(index)]
      const isRepeated = teamIds.indexOf(team.teamId) !== index
      const repeated = isRepeated ? [refusal.repeatedTeam(month, team.teamId, [...place, 'teamId'])] : []
      return [...repeated, ...teamViolations(month, team, { arePersonalPlansDue, path: place })]
    }),
    ...salespeople.flatMap((personId, index) =>
      placed.has(personId) ? [] : [refusal.nobodysTarget(month, ['salespeople', String(index)])],
    ),
  ]
}

function teamViolations(
  month: number,
  { teamId, plan, persons }: TeamTarget,
  { arePersonalPlansDue, path }: { readonly arePersonalPlansDue: boolean; readonly path: readonly string[] },
): readonly Violation[] {
  const personIds = persons.map(({ personId }) => personId)
  return [
    ...(isWritten(plan) ? [] : [refusal.noTeamPlan(month, teamId, [...path, 'plan'])]),
    ...(persons.length === 0 ? [refusal.nobodyInTeam(month, teamId, [...path, 'persons'])] : []),
    ...persons.flatMap((person, index) => {
      const place = [...path, 'persons', String(index)]
      const isRepeated = personIds.indexOf(person.personId) !== index
      return [
        ...(isRepeated ? [refusal.repeatedPerson(month, teamId, [...place, 'personId'])] : []),
        ...(arePersonalPlansDue && !isWritten(person.plan)
          ? [refusal.noPersonalPlan(month, teamId, [...place, 'plan'])]
          : []),
      ]
    }),
  ]
}

function overAllocations({ measure, ...tree }: TargetDraft): readonly Violation[] {
  // Without a measure nobody can say whether the values add up to anything.
  if (measure === null) return []
  return balanceTargets({ ...tree, measure }).flatMap((balance) =>
    balance.overAllocated === null || balance.overAllocated === 0 ? [] : [refusal.overAllocated(balance)],
  )
}
