import type { LocalDate, TimeZone } from '../../primitives/local-date.ts'
import type { Money } from '../../primitives/money.ts'
import type { Quantity } from '../../primitives/quantity.ts'
import { type FactOf, factGuard } from '../facts.ts'

/** Whose target it is: the company's where both are `null`, a team's, or a person's, in a team or in none (C6). */
export interface TargetHolder {
  readonly teamId: string | null
  readonly personId: string | null
}

export interface AmountTarget extends TargetHolder {
  /** Net of tax. Each currency has targets of its own. */
  readonly amount: Money
}

export interface QuantityTarget extends TargetHolder {
  readonly quantity: Quantity
}

export interface TargetsPublishedData {
  readonly publicationId: string
  /** The first day of the month. */
  readonly monthOn: LocalDate
  readonly zone: TimeZone
  /** Those that are set, or set anew, by this publication; the others stay. A target of 0 takes one away. */
  readonly amounts: readonly AmountTarget[]
  readonly quantities: readonly QuantityTarget[]
  /** Everyone who sells and was told (TGT-2), with or without a target: each owes a personal target and plan (TGT-4). */
  readonly salespersonIds: readonly string[]
}

export interface PersonalTargetSubmittedData {
  readonly salespersonId: string
}

/** Of these facts only the instant is read. */
type Moment = unknown

/** One stream per month. */
export interface TargetFactData {
  /** The month began: its targets are due. Recorded by a schedule, as of the month's first instant. */
  readonly TargetsExpected: Moment
  readonly TargetsPublished: TargetsPublishedData
  /** A salesperson handed in a target and plan of his or her own. */
  readonly PersonalTargetSubmitted: PersonalTargetSubmittedData
}

export type TargetFact = FactOf<TargetFactData>

export const isTargetFact = factGuard<TargetFactData>({
  TargetsExpected: true,
  TargetsPublished: true,
  PersonalTargetSubmitted: true,
})
