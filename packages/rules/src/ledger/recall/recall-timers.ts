import type { Instant } from '../../primitives/instant.ts'
import type { Timer } from '../ledger.ts'
import { compareInstants } from '../timing.ts'
import type { RecallClass } from './facts.ts'
import { stretchesAllNotified } from './notification.ts'
import type { DeclaredRecall, RecallLedger } from './recall-state.ts'

const keys = ['recall.notify', 'recall.notify.class1', 'recall.notify.class2', 'recall.notify.class3'] as const
type RecallTimerKey = (typeof keys)[number]

const keyOfClass = {
  1: 'recall.notify.class1',
  2: 'recall.notify.class2',
  3: 'recall.notify.class3',
} as const satisfies Readonly<Record<RecallClass, RecallTimerKey>>

/**
 * RCL-1, with classes as C28 has them for complaints: the limit of the present class runs, always from the declaration,
 * and the general one while there is no class. The limit of a class that was left is voided at the instant of leaving.
 */
export function recallTimers(recall: RecallLedger): readonly Timer[] {
  const { declared } = recall
  if (declared === null) return []
  const { running, leftAt } = limitsOf(recall, declared)
  const last = stretchesAllNotified(recall).at(-1)
  return keys.flatMap((key) => {
    if (key === running)
      return [fromDeclaration(declared, key, { stoppedAt: last?.until === null ? last.since : null })]
    const voidedAt = leftAt.get(key)
    return voidedAt === undefined ? [] : [fromDeclaration(declared, key, { voidedAt })]
  })
}

interface Limits {
  readonly running: RecallTimerKey
  /** Of the other limits that ever ran, when the last stretch of each ended. */
  readonly leftAt: ReadonlyMap<RecallTimerKey, Instant>
}

function limitsOf({ classifications }: RecallLedger, declared: DeclaredRecall): Limits {
  const atDeclaration = declared.recallClass === null ? [] : [{ at: declared.at, recallClass: declared.recallClass }]
  // Of two classes given at one instant the graver one stands.
  const history = [...atDeclaration, ...classifications].toSorted(
    (a, b) => compareInstants(a.at, b.at) || b.recallClass - a.recallClass,
  )
  const leftAt = new Map<RecallTimerKey, Instant>()
  let running: RecallTimerKey = 'recall.notify'
  for (const { at, recallClass } of history) {
    const key = keyOfClass[recallClass]
    // What was left by the declaration never ran. A class that is set again is left later, if at all.
    if (at > declared.at) leftAt.set(running, at)
    running = key
  }
  return { running, leftAt }
}

function fromDeclaration(
  { at: startedAt, policyVersion }: DeclaredRecall,
  key: RecallTimerKey,
  end: Partial<Pick<Timer, 'stoppedAt' | 'voidedAt'>>,
): Timer {
  return {
    key,
    item: '',
    rule: 'RCL-1',
    startedAt,
    stoppedAt: null,
    voidedAt: null,
    ...end,
    dueAt: null,
    policyVersion,
  }
}
