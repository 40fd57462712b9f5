import type { Instant } from '../../primitives/instant.ts'
import { earlierTold } from '../entries.ts'
import { factGuard, type SurveyAnsweredData, type SurveyFactData, type SurveyInvitedData } from '../facts.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { oneThing } from '../timing.ts'

/**
 * The first invitation and the first answer: one rating per resolution (SVY-2). What staff entered for the customer, and what
 * came by way of a contact person that they entered, is an answer only where it may count.
 */
export interface SurveyLedger {
  readonly invited: SurveyInvitation | null
  /** The customer's own, where it may count. */
  readonly answer: SurveyAnswer | null
  /** As staff entered it, where it may count. */
  readonly entered: SurveyAnswer | null
  /** What became of the invitation on its way, as it was told. */
  readonly deliveries: readonly SurveyDeliveryTold[]
}

export interface SurveyDeliveryTold {
  readonly at: Instant
  readonly isDelivered: boolean
}

export interface SurveyInvitation extends SurveyInvitedData {
  readonly at: Instant
}

export interface SurveyAnswer {
  readonly at: Instant
  readonly customerId: string
  readonly serviceScore: number
  readonly productScore: number | null
  readonly attitude: SurveyAnsweredData['attitude'] | null
}

const isSurveyFact = factGuard<SurveyFactData>({
  SurveyInvited: true,
  SurveyAnswered: true,
  SurveyDelivered: true,
  SurveyDeliveryFailed: true,
  OfflineAnswerRecorded: true,
})

function recordSurvey(state: SurveyLedger, fact: Fact): SurveyLedger {
  if (!isSurveyFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'SurveyInvited':
      return { ...state, invited: earlierTold(state.invited, { at, customerId: fact.data.customerId }) }
    case 'SurveyAnswered': {
      const { customerId, serviceScore, productScore, attitude = null, counts = true } = fact.data
      if (!counts) return state
      const answer = { at, customerId, serviceScore, productScore, attitude }
      return { ...state, answer: earlierTold(state.answer, answer) }
    }
    case 'SurveyDelivered':
    case 'SurveyDeliveryFailed':
      return { ...state, deliveries: [...state.deliveries, { at, isDelivered: fact.type === 'SurveyDelivered' }] }
    case 'OfflineAnswerRecorded': {
      const { customerId, serviceScore, productScore, counts } = fact.data
      if (!counts) return state
      const answer = { at, customerId, serviceScore, productScore, attitude: null }
      return { ...state, entered: earlierTold(state.entered, answer) }
    }
  }
}

function surveyMeasurements({ invited, answer: own, entered, deliveries }: SurveyLedger): readonly Measurement[] {
  const answer = earlierAnswer(own, entered)
  const customer = invited ?? answer
  if (customer === null) return []
  const scopes = [`customer:${customer.customerId}`]
  return [...responses(invited, answer, { deliveries, scopes }), ...ratings(answer, scopes), ...attitudes(answer)]
}

/** At the same instant the customer's own, in whatever order both were told. */
function earlierAnswer(own: SurveyAnswer | null, entered: SurveyAnswer | null): SurveyAnswer | null {
  if (own === null || entered === null) return own ?? entered
  return entered.at < own.at ? entered : own
}

/**
 * KPI-24: answered of those invitations that were delivered, in the period of the invitation. One that could not be delivered
 * is none from then on, until it is delivered after all or answered all the same. Where nothing is told of its way (an
 * imported rating, a link that was handed over) it is taken as delivered.
 */
function responses(
  invited: SurveyInvitation | null,
  answer: SurveyAnswer | null,
  { deliveries, scopes }: Pick<SurveyLedger, 'deliveries'> & { readonly scopes: readonly string[] },
): readonly Measurement[] {
  if (invited === null) return []
  const achievedAt = answer?.at ?? null
  return onItsWay(invited.at, answer, deliveries).map(({ since, until }, index) => {
    const response = { ...oneThing('KPI-24', null, invited.at, scopes), since, achievedAt }
    return { ...response, item: index === 0 ? '' : String(index), ...(until === null ? {} : { until }) }
  })
}

interface Stretch {
  readonly since: Instant
  /** `null` while it lasts. */
  readonly until: Instant | null
}

/** When an invitation was not known to be undelivered. */
function onItsWay(
  invitedAt: Instant,
  answer: SurveyAnswer | null,
  deliveries: readonly SurveyDeliveryTold[],
): readonly Stretch[] {
  const answeredAt = answer?.at ?? null
  const arrived = answeredAt === null ? [] : [{ at: answeredAt, isDelivered: true }]
  // What is told of the time before the invitation is of no invitation, and what is told after the answer changes nothing.
  const between = deliveries.filter(({ at }) => at >= invitedAt && (answeredAt === null || at < answeredAt))
  const told = [...between, ...arrived].toSorted(inTime)
  const stretches: Stretch[] = []
  let since: Instant | null = invitedAt
  for (const { at, isDelivered } of told) {
    if (isDelivered) since ??= at
    else if (since !== null) {
      if (at > since) stretches.push({ since, until: at })
      since = null
    }
  }
  return since === null ? stretches : [...stretches, { since, until: null }]
}

/** At one instant the failure comes first: in the end it was delivered. */
function inTime(a: SurveyDeliveryTold, b: SurveyDeliveryTold): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return Number(a.isDelivered) - Number(b.isDelivered)
}

/** KPI-23: ratings of 4 and 5 among all, and the mean, each for service and for product, in the period of the answer. */
function ratings(answer: SurveyAnswer | null, scopes: readonly string[]): readonly Measurement[] {
  if (answer === null) return []
  const { at, serviceScore, productScore } = answer
  return [
    ...ratingsOf('service', serviceScore, at, scopes),
    ...(productScore === null ? [] : ratingsOf('product', productScore, at, scopes)),
  ]
}

/** The share of 4 and 5, and the mean, of a score from 1 to 5. */
export function ratingsOf(part: string, score: number, at: Instant, scopes: readonly string[]): readonly Measurement[] {
  const rated = { ...oneThing('KPI-23', part, at, scopes), achievedAt: at }
  return [
    { ...rated, numerator: isGood(score) ? 1 : 0 },
    { ...rated, part: `${part}.mean`, numerator: score },
  ]
}

/** KPI-41: how the customer found the attitude of a member of staff, in the period of the answer. */
function attitudes(answer: SurveyAnswer | null): readonly Measurement[] {
  const attitude = answer?.attitude ?? null
  if (answer === null || attitude === null) return []
  const { staffId, teamId, score } = attitude
  const scopes = [`person:${staffId}`, ...(teamId === null ? [] : [`team:${teamId}`])]
  const numerator = isGood(score) ? 1 : 0
  return [{ ...oneThing('KPI-41', 'attitude', answer.at, scopes), achievedAt: answer.at, numerator }]
}

function isGood(score: number): boolean {
  return score >= 4
}

/** No limits; measures KPI-23, KPI-24 and the attitude of KPI-41. */
export const surveyLedger: Ledger<SurveyLedger> = {
  shape: 3,
  initial: { invited: null, answer: null, entered: null, deliveries: [] },
  record: recordSurvey,
  timers: () => [],
  measurements: surveyMeasurements,
}
