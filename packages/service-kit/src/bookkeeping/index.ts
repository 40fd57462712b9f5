export {
  createDeadlineBoard,
  type DeadlineBoard,
  type DeadlineFilter,
  type DeadlineItem,
  type DeadlineList,
  type DeadlinePage,
  type OpenStatus,
} from './deadline-board.ts'
export { createDeadlineClock, type DeadlineClock } from './deadline-clock.ts'
export { createScorecardReader, type ScorecardReader, type ScorecardRequest } from './scorecard-reader.ts'
export { servedKpis } from './served-kpis.ts'
