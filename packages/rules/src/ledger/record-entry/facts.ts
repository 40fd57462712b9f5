import type { Instant } from '../../primitives/instant.ts'

export interface RecordBecameVisibleData {
  readonly recordId: string
  readonly recordedAt: Instant
  /** From when on managers could see it. */
  readonly visibleAt: Instant
  readonly personId: string | null
  readonly teamId: string | null
}

/** Of these facts only the instant is read. */
type Moment = unknown

/** One stream per contact or sale, or per portion of records that became visible together. */
export interface RecordEntryFactData {
  /** A contact or sale happened of which the record is still to come, such as a planned visit. Occurs when that did. */
  readonly RecordFellDue: Moment
  readonly RecordEntered: Moment
  /** There is nothing to enter: what was to happen did not. */
  readonly RecordNoLongerDue: Moment
  readonly RecordBecameVisible: RecordBecameVisibleData
}
