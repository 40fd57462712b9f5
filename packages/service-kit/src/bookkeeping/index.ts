export { createClockMeters } from './clock-meters.ts'
export { type Counted, createCounted } from './counted-to.ts'
export {
  createDeadlineBoard,
  type DeadlineBoard,
  type DeadlineFilter,
  type DeadlineList,
  type DeadlinePage,
  type ListedDeadline,
  type OpenStatus,
  type StreamsShown,
} from './deadline-board.ts'
export { createDeadlineClock, type DeadlineClock } from './deadline-clock.ts'
export { type DeadlineItem, deadlinesOfRecord } from './record-deadlines.ts'
export { createRoutineWorker } from './routine.ts'
export { createScorecardReader, type ScorecardReader, type ScorecardRequest } from './scorecard-reader.ts'
export { servedKpis } from './served-kpis.ts'
