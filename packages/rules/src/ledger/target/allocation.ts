import { responsibleScopes } from '../act.ts'
import type { TargetHolder } from './facts.ts'

/** A target as a number: minor units of a currency, or thousandths. */
export interface HeldTarget extends TargetHolder {
  readonly part: 'amount' | 'quantity'
  /** `null` for quantities. */
  readonly currency: string | null
  readonly value: number
}

/** A portion of the target tree that belongs to nobody further down. */
export interface Allocation extends Pick<HeldTarget, 'part' | 'currency' | 'value'> {
  /** Of the person and team that it counts for, besides the company. */
  readonly scopes: readonly string[]
}

/**
 * Divides a tree of targets so that no portion counts twice (C6). Everything counts for the company, and what a person
 * holds also for the team; so a team's or the company's own target must not be added to those below it. It is
 * represented by what it leaves unallocated: its target less all that lies below it.
 *
 *   company 100, team a 60 (its persons 40 and 15), person z of no team 30
 *   allocations: 40 and 15 in a, 5 left over in a, 30 of z, 10 left over in the company
 *   sums: company 40 + 15 + 5 + 30 + 10 = 100, a 40 + 15 + 5 = 60, each person as published
 *
 * Where more was given out than the target holds, the rest is negative, and the sums are as published all the same. A
 * team or company without a target of its own has the sum of those below it.
 */
export function allocationsOf(targets: readonly HeldTarget[]): readonly Allocation[] {
  const trees = Map.groupBy(targets, ({ part, currency }) => `${part} ${currency ?? ''}`)
  return [...trees.values()].flatMap(allocated).filter(({ value }) => value !== 0)
}

/** Of one measure and currency. */
function allocated(targets: readonly HeldTarget[]): readonly Allocation[] {
  const ofPersons = targets.filter(({ personId }) => personId !== null)
  const ofTeams = targets.filter(({ personId, teamId }) => personId === null && teamId !== null)
  const ofCompany = targets.filter(({ personId, teamId }) => personId === null && teamId === null)
  const inPersons = ofPersons.map((target) => allocation(target, target.value))
  const inTeams = ofTeams.map((team) => {
    const members = ofPersons.filter(({ teamId }) => teamId === team.teamId)
    return allocation(team, team.value - sumOf(members))
  })
  const below = [...inPersons, ...inTeams]
  return [...below, ...ofCompany.map((company) => allocation(company, company.value - sumOf(below)))]
}

function allocation({ part, currency, personId, teamId }: HeldTarget, value: number): Allocation {
  return { part, currency, value, scopes: responsibleScopes(personId, teamId) }
}

function sumOf(held: readonly { readonly value: number }[]): number {
  return held.reduce((sum, { value }) => sum + value, 0)
}
