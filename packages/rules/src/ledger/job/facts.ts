import type { RuleId } from '../../catalogue/index.ts'
import type { Instant } from '../../primitives/instant.ts'

export interface JobExpectedData {
  /** What is to be done, such as the review of prices. */
  readonly job: string
  /** The rule that asks for it. */
  readonly rule: RuleId
  /** Which of the recurring runs it is, such as `2026-Q1`. */
  readonly period: string
  /** The last moment at which it is in time. */
  readonly dueAt: Instant
}

export interface JobRunData {
  readonly job: string
  readonly period: string
}

/** One stream per job. */
export interface JobFactData {
  /** Recorded by a schedule, as of the period's first instant. */
  readonly JobExpected: JobExpectedData
  /** The job was run for the period. */
  readonly JobRun: JobRunData
}
