import type { Instant } from '../../primitives/instant.ts'
import { startOfDay } from '../../primitives/local-date.ts'
import { thousandthsOf } from '../../primitives/quantity.ts'
import { type Entry, earlierTold, withEntry } from '../entries.ts'
import type { Fact, Ledger, Measurement, Timer } from '../ledger.ts'
import type { Stretch } from '../stretches.ts'
import { anAmount } from '../timing.ts'
import { type Allocation, allocationsOf, type HeldTarget } from './allocation.ts'
import { isTargetFact, type TargetsPublishedData } from './facts.ts'

export interface Publication extends Entry, Pick<TargetsPublishedData, 'monthOn' | 'zone'> {
  readonly policyVersion: string
  readonly targets: readonly HeldTarget[]
  readonly salespersonIds: readonly string[]
}

/** The targets of one month as they were published. */
export interface TargetLedger {
  readonly expected: { readonly at: Instant; readonly policyVersion: string } | null
  readonly publications: readonly Publication[]
  /** Of each salesperson the first. */
  readonly submissions: readonly Entry[]
}

function recordTarget(state: TargetLedger, fact: Fact): TargetLedger {
  if (!isTargetFact(fact)) return state
  const { occurredAt: at, policyVersion } = fact
  switch (fact.type) {
    case 'TargetsExpected':
      return { ...state, expected: earlierTold(state.expected, { at, policyVersion }) }
    case 'TargetsPublished':
      return { ...state, publications: withEntry(state.publications, publication(fact.data, at, policyVersion)) }
    case 'PersonalTargetSubmitted':
      return { ...state, submissions: withEntry(state.submissions, { id: fact.data.salespersonId, at }) }
  }
}

function publication(data: TargetsPublishedData, at: Instant, policyVersion: string): Publication {
  const { publicationId, monthOn, zone, amounts, quantities, salespersonIds } = data
  const ofAmounts = amounts.map(({ teamId, personId, amount }) => {
    return { part: 'amount', currency: amount.currency, value: amount.minor, teamId, personId } as const
  })
  const ofQuantities = quantities.map(({ teamId, personId, quantity }) => {
    return { part: 'quantity', currency: null, value: thousandthsOf(quantity), teamId, personId } as const
  })
  const targets = [...ofAmounts, ...ofQuantities]
  return { id: publicationId, at, policyVersion, monthOn, zone, targets, salespersonIds: [...salespersonIds] }
}

function targetTimers(ledger: TargetLedger): readonly Timer[] {
  return [...monthlyTimer(ledger), ...personalTimers(ledger)]
}

/** TGT-2: something was published for the month; before it began is in time, too. */
function monthlyTimer({ expected, publications }: TargetLedger): readonly Timer[] {
  if (expected === null) return []
  return [
    {
      key: 'target.monthly',
      item: '',
      rule: 'TGT-2',
      startedAt: expected.at,
      stoppedAt: publications[0]?.at ?? null,
      voidedAt: null,
      dueAt: null,
      policyVersion: expected.policyVersion,
    },
  ]
}

/**
 * TGT-4: one limit for each salesperson, from the first publication that names him or her. A correction begins none anew:
 * no rule gives a second limit, and who has a plan adapts it.
 */
function personalTimers({ publications, submissions }: TargetLedger): readonly Timer[] {
  const firstNamedBy = new Map<string, Publication>()
  for (const published of publications) {
    const holders = published.targets.flatMap(({ personId }) => (personId === null ? [] : [personId]))
    for (const personId of [...published.salespersonIds, ...holders]) {
      if (!firstNamedBy.has(personId)) firstNamedBy.set(personId, published)
    }
  }
  const submittedAt = new Map(submissions.map(({ id, at }) => [id, at]))
  return [...firstNamedBy].map(([personId, { at, policyVersion }]) => ({
    key: 'target.personal',
    item: personId,
    rule: 'TGT-4',
    startedAt: at,
    stoppedAt: submittedAt.get(personId) ?? null,
    voidedAt: null,
    dueAt: null,
    policyVersion,
  }))
}

/**
 * KPI-2: the denominators, in the month that the targets are for; what was reached of them is what was sold (KPI-3,
 * KPI-4). From each publication on the targets as corrected count, and the former ones no longer do.
 */
function targetMeasurements({ publications }: TargetLedger): readonly Measurement[] {
  return publications.flatMap((latest, index) => {
    const until = publications[index + 1]?.at ?? null
    // Corrected at the same instant: it was never in force.
    if (until === latest.at) return []
    const inForce = targetsInForce(publications.slice(0, index + 1))
    const beganAt = startOfDay(latest.monthOn, latest.zone)
    return allocationsOf(inForce).map((allocation) => denominatorOf(allocation, beganAt, { since: latest.at, until }))
  })
}

/** Of each holder, measure and currency the one published last. */
function targetsInForce(publications: readonly Publication[]): readonly HeldTarget[] {
  const inForce = new Map<string, HeldTarget>()
  for (const target of publications.flatMap(({ targets }) => targets)) {
    const { part, currency, teamId, personId } = target
    inForce.set(JSON.stringify([part, currency, teamId, personId]), target)
  }
  return [...inForce.values()]
}

function denominatorOf(
  { part, currency, value, scopes }: Allocation,
  monthBeganAt: Instant,
  { since, until }: Stretch,
): Measurement {
  return {
    ...anAmount('KPI-2', part, since, 0, scopes),
    item: [...scopes, ...(currency === null ? [] : [currency]), since].join('/'),
    countsAt: monthBeganAt,
    denominator: value,
    currency,
    until,
  }
}

/** Limits TGT-2 and TGT-4; measures KPI-2. */
export const targetLedger: Ledger<TargetLedger> = {
  shape: 1,
  initial: { expected: null, publications: [], submissions: [] },
  record: recordTarget,
  timers: targetTimers,
  measurements: targetMeasurements,
}
