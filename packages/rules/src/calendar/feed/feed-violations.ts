import type { Bilingual } from '../../primitives/bilingual.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { Violation } from '../../violation.ts'
import type { CalendarDefinition, Coverage } from '../definition.ts'

/* What is missing before a draft of holidays becomes a version of a calendar (GEN-5). */

function refusal(path: readonly string[], message: Bilingual, remedy: Bilingual, facts: Violation['facts']): Violation {
  return { rule: 'GEN-5', message, path, remedy, facts }
}

/** `field` is `reviewer` or `approver`. */
export function personMissing(field: string): Violation {
  const isReviewer = field === 'reviewer'
  return refusal(
    [field],
    isReviewer ? { zh: '没有审核人。', en: 'Nobody reviewed it.' } : { zh: '没有批准人。', en: 'Nobody approved it.' },
    { zh: '由一人审核、另一人批准。', en: 'Let one person review it and another approve it.' },
    { reason: 'MISSING' },
  )
}

export function samePerson(): Violation {
  return refusal(
    ['approver'],
    { zh: '批准人与审核人是同一人。', en: 'The approver is the person who reviewed it.' },
    { zh: '请另一人批准。', en: 'Let another person approve it.' },
    { reason: 'SAME_PERSON' },
  )
}

export function versionMissing(calendarId: string): Violation {
  return refusal(
    ['version'],
    { zh: `日历“${calendarId}”的新版本没有版本号。`, en: `The new version of calendar '${calendarId}' has no name.` },
    { zh: '给出一个未用过的版本号。', en: 'Name a version that was not used before.' },
    { reason: 'MISSING', calendarId },
  )
}

export function versionTaken({ id, version }: CalendarDefinition): Violation {
  return refusal(
    ['version'],
    {
      zh: `日历“${id}”的版本 ${version} 已有别的内容。`,
      en: `Version ${version} of calendar '${id}' has other content already.`,
    },
    { zh: '给出一个未用过的版本号。', en: 'Name a version that was not used before.' },
    { reason: 'TAKEN', calendarId: id, version },
  )
}

export function undecidedDay(date: LocalDate, difference: string): Violation {
  return refusal(
    ['days', date],
    { zh: `${date} 尚未决定。`, en: `Nothing was decided on ${date}.` },
    { zh: '对这一天选择采纳或不采纳。', en: 'Accept or reject the day.' },
    { reason: 'UNDECIDED', date, difference },
  )
}

export function undecidable(date: LocalDate): Violation {
  return refusal(
    ['days', date],
    { zh: `来源对 ${date} 没有说清，无法采纳。`, en: `The feed is unclear on ${date}: there is nothing to accept.` },
    {
      zh: '不采纳这一天；确有变动时直接修改日历。',
      en: 'Reject the day; if it does differ, write it into the calendar itself.',
    },
    { reason: 'UNCLEAR', date },
  )
}

export function notReviewed(date: string): Violation {
  return refusal(
    ['days', date],
    { zh: `${date} 不在本次审核之内。`, en: `${date} is not part of the review.` },
    { zh: '按现行日历重新审核。', en: 'Review the feed again, against the calendar in force.' },
    { reason: 'NOT_REVIEWED', date },
  )
}

export function dayOutsideCoverage(date: LocalDate, coverage: Coverage): Violation {
  return refusal(
    ['days', date],
    {
      zh: `${date} 在日历的有效期间 ${coverage.from} 至 ${coverage.to} 之外，采纳后不起作用。`,
      en: `${date} lies outside the coverage ${coverage.from} to ${coverage.to}: it would change nothing.`,
    },
    { zh: '扩大有效期间，或不采纳这一天。', en: 'Let the coverage grow, or reject the day.' },
    { reason: 'OUTSIDE_COVERAGE', date, from: coverage.from, to: coverage.to },
  )
}

export function coverageShrinks(after: Coverage, before: Coverage): Violation {
  return refusal(
    ['coverage'],
    {
      zh: `有效期间不能小于现行的 ${before.from} 至 ${before.to}。`,
      en: `The coverage cannot be less than the one in force, ${before.from} to ${before.to}.`,
    },
    { zh: '保留现行的有效期间。', en: 'Keep the days that are known.' },
    { reason: 'SHRINKS', from: after.from, to: after.to, inForceFrom: before.from, inForceTo: before.to },
  )
}

export function coverageUnknown(after: Coverage, before: Coverage, window: Coverage): Violation {
  return refusal(
    ['coverage'],
    {
      zh: `来源只读取了 ${window.from} 至 ${window.to}，不足以把有效期间扩大到 ${after.from} 至 ${after.to}。`,
      en: `The feed was read for ${window.from} to ${window.to} only; that does not cover ${after.from} to ${after.to}.`,
    },
    {
      zh: '按要扩大的全部日期重新读取来源。',
      en: 'Read the feed again for all days by which the coverage shall grow.',
    },
    {
      reason: 'UNKNOWN_DAYS',
      from: after.from,
      to: after.to,
      inForceFrom: before.from,
      inForceTo: before.to,
      windowFrom: window.from,
      windowTo: window.to,
    },
  )
}
