export {
  type Announcement,
  announcementsDue,
  type DeadlineState,
  type DeadlineStatus,
  evaluateTimer,
} from './deadline-state.ts'
export { type ExplainedSegment, explainTimer, type TimerExplanation } from './explanation.ts'
export { reckoningOf } from './reckoning.ts'
