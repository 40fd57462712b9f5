import type { Instant } from '../../primitives/instant.ts'
import type { Reckoning, Timer } from '../ledger.ts'
import { compareInstants, endedLimit, type Limit, replacedLimit } from '../timing.ts'
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
 * and the general one while there is no class. The limit of a class that was left is void, unless it was missed by then.
 */
export function recallTimers(recall: RecallLedger, reckoning: Reckoning): readonly Timer[] {
  const { declared } = recall
  if (declared === null) return []
  const { running, leftAt } = limitsOf(recall, declared)
  const notified = stretchesAllNotified(recall)
  return keys.flatMap((key) => {
    const limit = fromDeclaration(declared, key)
    const last = notified.at(-1)
    if (key === running) return [endedLimit(limit, last?.until === null ? last.since : null, null, reckoning)]
    const replacedAt = leftAt.get(key)
    if (replacedAt === undefined) return []
    // A buyer who was found after the class had been left changes nothing of it.
    const then = notified.find(({ since, until }) => since <= replacedAt && (until === null || replacedAt < until))
    return [replacedLimit(limit, then?.since ?? null, replacedAt, reckoning)]
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

function fromDeclaration({ at: startedAt, policyVersion }: DeclaredRecall, key: RecallTimerKey): Limit {
  return { key, item: '', rule: 'RCL-1', startedAt, dueAt: null, policyVersion }
}
