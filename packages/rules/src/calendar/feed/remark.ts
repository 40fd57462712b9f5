import type { Bilingual } from '../../primitives/bilingual.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { FeedRemark, FeedRemarkCode } from './holiday-feed.ts'

interface Wording {
  readonly isDecisionNeeded: boolean
  readonly message: Bilingual
}

function decide(zh: string, en: string): Wording {
  return { isDecisionNeeded: true, message: { zh, en } }
}

function tell(zh: string, en: string): Wording {
  return { isDecisionNeeded: false, message: { zh, en } }
}

const wordings: Readonly<Record<FeedRemarkCode, Wording>> = {
  TIMED: decide('不是全天事件，须决定当天如何营业', 'not a whole day: somebody must decide on the hours'),
  KINDS_DIFFER: decide('同一天的事件类型不一致', 'the events of the day make it different kinds of day'),
  MARK_UNCLEAR: decide('文字未说明是放假还是上班', 'the text does not say whether it is a free or a working day'),
  TEXT_MISSING: decide('事件既无标题也无分类', 'the event has neither summary nor categories'),
  LENGTH_UNCLEAR: decide('结束早于开始', 'the end comes before the beginning'),
  RECURRENCE_UNSUPPORTED: decide('重复规则不受支持', 'the recurrence is not one that is read here'),
  OCCURRENCE_REPLACED: decide('替换了重复事件中的一次', 'one occurrence of a series is replaced'),
  CANCELLED: tell('事件已取消，不予采用', 'the event is cancelled and left out'),
  NOT_CONFIRMED: tell('事件尚未确认', 'the event is not confirmed'),
  OUTSIDE_WINDOW: tell('不在所要的时间段内，不予采用', 'outside the window and left out'),
  COMPONENT_IGNORED: tell('不是事件，不予采用', 'not an event and left out'),
  NO_EVENT: tell('没有任何事件', 'there is no event'),
}

/** `subject` is what stands in the feed: a summary, a status, a component name. */
export function remark(
  code: FeedRemarkCode,
  line: number | null,
  dates: readonly LocalDate[],
  subject: string,
): FeedRemark {
  const { isDecisionNeeded, message } = wordings[code]
  const [zh, en] = subject === '' ? ['', ''] : [`“${subject}”：`, `'${subject}': `]
  return { code, line, dates, isDecisionNeeded, message: { zh: `${zh}${message.zh}。`, en: `${en}${message.en}.` } }
}
