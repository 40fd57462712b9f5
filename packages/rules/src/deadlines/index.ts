export {
  type Announcement,
  announcementsDue,
  type DeadlineState,
  type DeadlineStatus,
  evaluateTimer,
} from './deadline-state.ts'
export { dueAtOf } from './due.ts'
export { type ExplainedSegment, explainTimer, type TimerExplanation } from './explanation.ts'
