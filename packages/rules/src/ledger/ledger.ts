import type { KpiId, RuleId } from '../catalogue/index.ts'
import type { SettingKey } from '../policy/setting-document.ts'
import type { Instant } from '../primitives/instant.ts'

/*
 * Glossary
 *   fact         one event of a stream, reduced to what deadlines and KPIs read
 *   ledger       what has to be remembered of a stream's facts: a pure fold
 *   timer        one running or stopped limit of a stream, before policy and clock are applied
 *   measurement  one countable thing of a stream, before the instant of evaluation is applied
 */

/** One event of a stream as the ledgers read it. `data` has the shape that the fact's type promises. */
export interface Fact<Type extends string = string, Data = unknown> {
  readonly type: Type
  readonly occurredAt: Instant
  /** When it was entered. */
  readonly recordedAt: Instant
  /** The policy set in force when the event was recorded. Timers that it starts pin this version. */
  readonly policyVersion: string
  readonly data: Data
}

/** A limit that a fact started. Policy (by `key` and `policyVersion`) turns it into a due instant. */
export interface Timer {
  /** Key of the policy's deadline, e.g. `complaint.verify`. */
  readonly key: string
  /** Tells timers of one key apart within a stream (an order line); empty when there is one at most. */
  readonly item: string
  readonly rule: RuleId
  readonly startedAt: Instant
  readonly stoppedAt: Instant | null
  /**
   * Set when the limit ceased to apply by its due instant (order cancelled, complaint reclassified): neither met nor
   * missed. What ceases to apply later was missed, and is stopped at that instant; see `endedLimit`.
   */
  readonly voidedAt: Instant | null
  /** A due instant fixed by contract; `null` where policy computes it. */
  readonly dueAt: Instant | null
  readonly policyVersion: string
  /** Stretches in which work waited; absent for none. Policy says which reasons stop the clock (C40). */
  readonly pauses?: readonly TimerPause[]
  /** Earlier ends that were undone; absent for none. `stoppedAt` is the latest end. Policy says what a reopening does. */
  readonly reopenings?: readonly TimerReopening[]
  /** Of a limit that asks for a number of things (CUS-11): when each was done, in any order; absent for other limits. */
  readonly occurrences?: readonly Instant[]
}

/** A stretch in which somebody waited, as the stream's facts tell it. */
export interface TimerPause {
  /** One of policy's reasons; another one never stops a clock. */
  readonly reason: string
  readonly from: Instant
  /** `null` while the wait goes on. */
  readonly until: Instant | null
}

/** An end of a limit that was undone. */
export interface TimerReopening {
  readonly stoppedAt: Instant
  readonly reopenedAt: Instant
}

/**
 * One countable thing. See `evaluateMeasurement` for how the instant of evaluation decides what it counts as. The
 * optional members make it more than a thing done or not done; absent means that they do not apply.
 */
export interface Measurement {
  readonly kpi: KpiId
  /** Sub-figure of a KPI that has several, such as a timer's key under KPI-17. */
  readonly part: string | null
  /** Unique within stream, KPI and part. */
  readonly item: string
  /** From when the thing exists; before it, the measurement counts nothing. */
  readonly since: Instant
  /**
   * The instant that puts it into a period: the start event's, unless the KPI says otherwise. `null` for a state, such as
   * a file that is up to date: it is seen as of the instant of evaluation, whatever the period.
   */
  readonly countsAt: Instant | null
  /** With a due instant it counts only once achieved or past due; until then it is pending. */
  readonly dueAt: Instant | null
  /** When the numerator was earned; `null` for not (yet). Without `dueAt` it counts from then on. */
  readonly achievedAt: Instant | null
  /** What the numerator gains when achieved (in time): 1, minor units or thousandths. */
  readonly numerator: number
  /** What the denominator gains; 0 for sums without one. */
  readonly denominator: number
  readonly currency: string | null
  /** From when the numerator is taken back: a complaint was reopened, a file is no longer fresh. */
  readonly lostAt?: Instant | null
  /** From when the thing no longer exists, in neither number: the next state has taken its place. */
  readonly until?: Instant | null
  /** True where an achievement after `dueAt` counts all the same: a late reply is a reply (KPI-18). */
  readonly countsLate?: boolean
  /** For a duration: the bin of its length by `binOf`. Numerator and denominator are 1 then. */
  readonly bin?: number
  /** Besides `company`, which is always counted: `customer:`, `person:`, `team:`, `product:`, `lot:` with an id, `channel:` with a name. */
  readonly scopes: readonly string[]
}

/**
 * What deadlines and KPIs remember of one stream. `record` is a pure fold, so recording as the events arrive and
 * recording a whole history at once give the same ledger; that is why online figures and replay cannot differ.
 */
export interface Ledger<State> {
  /**
   * Raised with every change of what the state holds, of how facts become it, or of what timers and measurements follow
   * from it: where another shape is kept, state, timers and measurements are made anew from the stream's facts.
   */
  readonly shape: number
  readonly initial: State
  record(state: State, fact: Fact): State
  timers(state: State, reckoning: Reckoning): readonly Timer[]
  measurements(state: State, reckoning: Reckoning): readonly Measurement[]
}

/** What policy and calendar say about time. `reckoningOf` binds it to a policy book. */
export interface Reckoning {
  /** The last moment that meets a limit under its pinned policy. */
  dueAtOf(timer: TimerStart): Instant
  /** When a limit counts as ended; `null` while it runs. Its reopenings are judged by policy. */
  stoppedAtOf(timer: Timer): Instant | null
  /** Whether policy lets the limit wait for anything (C40). */
  mayPause(timer: TimerStart): boolean
  /** Milliseconds of the company's open time in [from, to); 0 when `to` is not after `from`. */
  openTimeBetween(policyVersion: string, from: Instant, to: Instant): number
  /** A number of policy: durations in milliseconds, counts as they are. */
  setting(key: SettingKey, policyVersion: string): number
}

/** What a due instant depends on. An end matters only where pauses are given: it closes one that is still open. */
export type TimerStart = Pick<Timer, 'key' | 'startedAt' | 'dueAt' | 'policyVersion' | 'pauses' | 'reopenings'> &
  Partial<Pick<Timer, 'stoppedAt' | 'voidedAt' | 'occurrences'>>
