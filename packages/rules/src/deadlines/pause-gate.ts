import type { DeadlinePolicy } from '../policy/policy-version.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import type { Violation } from '../violation.ts'
import { type PauseEffect, pauseEffectOf, reasonNames } from './pauses.ts'

/**
 * What forbids to let a limit wait for a reason (C40); empty where policy allows it. The rule is the one that sets the
 * limit.
 */
export function pauseGate(policy: DeadlinePolicy, reason: string): readonly Violation[] {
  const effect = pauseEffectOf(policy, reason)
  if (effect === 'STOPS') return []
  const { key, rule, pauses, isStatutory } = policy
  return [
    {
      rule,
      message: messages[effect],
      path: ['reason'],
      remedy: effect === 'UNLISTED' && pauses.length > 0 ? chooseAnother(pauses) : goOn,
      facts: { conflict: 'C40', key, reason, allowedReasons: pauses.join(', '), isStatutory },
    },
  ]
}

const messages: Readonly<Record<Exclude<PauseEffect, 'STOPS'>, Bilingual>> = {
  STATUTORY: { zh: '该时限由法律规定，不得暂停。', en: 'The limit is set by law and can never be paused.' },
  MOMENT: {
    zh: '该时限是一个约定或历法上的时刻，等待不会使其推迟。',
    en: 'The limit is a moment of a contract or of the calendar, which waiting does not move.',
  },
  UNLISTED: {
    zh: '现行政策没有允许该时限因此暂停。',
    en: 'The policy in force does not let the limit wait for this reason.',
  },
}

const goOn: Bilingual = {
  zh: '不要暂停，按原时限办理。',
  en: 'Do not pause it; go on within the limit as it is.',
}

function chooseAnother(pauses: readonly string[]): Bilingual {
  const { zh, en } = reasonNames(pauses)
  return { zh: `只能以下列事由暂停：${zh}。`, en: `Pause it only for: ${en}.` }
}
