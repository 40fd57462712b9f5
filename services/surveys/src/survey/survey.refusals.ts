import type { Instant, Violation } from '@afterline/rules'

export function expired({ expiresAt }: { readonly expiresAt: Instant | null }): Violation {
  return {
    rule: 'SVY-2',
    message: { zh: '评价邀请已过有效期。', en: 'The invitation has expired.' },
    path: [],
    remedy: { zh: '请联系客服提出意见。', en: 'Contact the service desk instead.' },
    facts: { expiresAt },
  }
}

export function answeredBeforeInvited(invitedAt: string, answeredAt: string): Violation {
  return {
    rule: 'SVY-2',
    message: { zh: '评价时间早于邀请时间。', en: 'The rating is older than its invitation.' },
    path: ['answeredAt'],
    remedy: { zh: '请核对两个时间。', en: 'Check both instants.' },
    facts: { invitedAt, answeredAt },
  }
}

export function wasDelivered(deliveredAt: Instant): Violation {
  return {
    rule: 'SVY-2',
    message: { zh: '邀请此前已送出。', en: 'The invitation was delivered before.' },
    path: [],
    remedy: { zh: '无需再次记录。', en: 'There is nothing more to record.' },
    facts: { deliveredAt },
  }
}

/** @param failure what the last try came to, if it failed */
export function notRefused(failure: string | null): Violation {
  return {
    rule: 'SVY-2',
    message: {
      zh: '邀请未被拒收，无需重新发送。',
      en: 'The invitation was not refused: there is nothing to send again.',
    },
    path: [],
    remedy: {
      zh: '补充联系方式或配置渠道后会自动发送；已送达的请提醒客户。',
      en: 'It goes out by itself once there is an address and a channel; remind the customer of one that was delivered.',
    },
    facts: { failure },
  }
}

export function enteredTwice(enteredAt: Instant): Violation {
  return {
    rule: 'SVY-2',
    message: { zh: '该事项的线下评价已录入。', en: 'A rating was entered for the customer before.' },
    path: [],
    remedy: { zh: '请由客户凭邀请链接自行评价。', en: 'Let the customer answer by the link of the invitation.' },
    facts: { enteredAt },
  }
}

export function saidAtOtherTime(invitedAt: Instant, saidAt: Instant): Violation {
  return {
    rule: 'SVY-2',
    message: {
      zh: '客户评价的时间须在邀请之后、录入之前。',
      en: 'The customer rates after the invitation and before that is entered.',
    },
    path: ['saidAt'],
    remedy: { zh: '请核对评价时间。', en: 'Check when it was said.' },
    facts: { invitedAt, saidAt },
  }
}

interface Answer {
  readonly serviceScore: number
  readonly productScore: number | null
  readonly comment: string | null
}

/** Characters of a comment that the event contract takes. */
const LONGEST_COMMENT = 8000

/** What is wrong with an answer as such, whenever it is given. */
export function answerProblems(answer: Answer): readonly Violation[] {
  const length = answer.comment?.length ?? 0
  return length > LONGEST_COMMENT ? [...scoreProblems(answer), commentTooLong(length)] : scoreProblems(answer)
}

function commentTooLong(length: number): Violation {
  return {
    rule: 'SVY-5',
    message: {
      zh: `意见超过 ${LONGEST_COMMENT} 个字符。`,
      en: `The comment is longer than ${LONGEST_COMMENT} characters.`,
    },
    path: ['comment'],
    remedy: { zh: '请缩短。', en: 'Shorten it.' },
    facts: { length, longest: LONGEST_COMMENT },
  }
}

/** Ratings are whole numbers from 1 (poor) to 5 (very good). */
function scoreProblems({
  serviceScore,
  productScore,
}: Pick<Answer, 'serviceScore' | 'productScore'>): readonly Violation[] {
  const problems = isScore(serviceScore) ? [] : [noScore('serviceScore', serviceScore)]
  return productScore === null || isScore(productScore)
    ? problems
    : [...problems, noScore('productScore', productScore)]
}

function isScore(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 5
}

function noScore(field: string, value: number): Violation {
  return {
    rule: 'SVY-1',
    message: { zh: '评分须为1至5的整数。', en: 'A rating is a whole number from 1 to 5.' },
    path: [field],
    remedy: { zh: '请选择1（差）至5（很好）。', en: 'Choose from 1 (poor) to 5 (very good).' },
    facts: { [field]: value },
  }
}
