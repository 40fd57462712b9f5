import { isSamePerson } from '../../primitives/person.ts'
import type { Violation } from '../../violation.ts'

export interface ErasureGateInput {
  /** Staff id of who asked for it. */
  readonly requestedBy: string
  /** Staff id of who confirms it. */
  readonly confirmedBy: string
}

/** SEC-3, C20: an erased person cannot be brought back, so that nobody erases one alone. */
export function erasureGate({ requestedBy, confirmedBy }: ErasureGateInput): readonly Violation[] {
  if (!isSamePerson(requestedBy, confirmedBy)) return []
  return [
    {
      rule: 'SEC-3',
      message: {
        zh: '删除申请由同一人提出和确认。',
        en: 'The erasure would be confirmed by the person who asked for it.',
      },
      path: [],
      remedy: { zh: '请法务或行政的另一位同事确认。', en: 'Have a colleague of legal or administration confirm it.' },
      facts: { reason: 'SAME_PERSON' },
    },
  ]
}
