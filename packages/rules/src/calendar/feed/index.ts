export { acceptFeed, type DayDecision, type FeedAcceptance, type FeedDecisions } from './accept-feed.ts'
export type {
  FeedEntry,
  FeedRemark,
  FeedRemarkCode,
  HolidayFeedDraft,
  HolidayFeedOptions,
} from './holiday-feed.ts'
export { defaultFeedMarks, type FeedMark, type MarkedKind } from './marks.ts'
export { readHolidayFeed } from './read-holiday-feed.ts'
export { type FeedReview, type ReviewedDay, reviewFeed } from './review-feed.ts'
