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
