export { type BindingLimit, bindingLimit } from './binding-limit.ts'
export {
  type CompiledDeadline,
  type CompiledDeadlines,
  compileDeadlines,
  momentPlaces,
} from './compiled-deadlines.ts'
export {
  type Announcement,
  announcementsDue,
  type DeadlineCount,
  type DeadlineState,
  evaluateTimer,
} from './deadline-state.ts'
export { NEVER } from './due.ts'
export { type EarlierRun, type ExplainedSegment, explainTimer, type TimerExplanation } from './explanation.ts'
export { pauseGate } from './pause-gate.ts'
export { reckoningOf } from './reckoning.ts'
export { type DeadlineStatus, deadlineStatuses, type StatusCode } from './status.ts'
export { checkedTimer, timerProblems } from './timer-problems.ts'
