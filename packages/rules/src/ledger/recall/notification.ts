import { type Instant, laterOf } from '../../primitives/instant.ts'
import type { Stretch } from '../stretches.ts'
import type { RecallLedger } from './recall-state.ts'

/**
 * The stretches in which every affected buyer known until then was notified (RCL-1). A buyer found later ends one: the
 * duty is to notify all, so it is met only when the last of them knows. Before buyers were listed nobody can tell; where
 * the list turned out empty, nobody is left to notify.
 */
export function stretchesAllNotified({ listedAt, buyers, notifications }: RecallLedger): readonly Stretch[] {
  const notifiedAt = new Map(notifications.map(({ id, at }) => [id, at]))
  const found: Stretch[] = []
  // From when on all those looked at are notified; buyers come in the order in which they were found.
  let allNotifiedFrom: Instant | null = listedAt
  for (const { id, at } of buyers) {
    if (allNotifiedFrom === null) break
    const buyerNotifiedAt = notifiedAt.get(id) ?? null
    if (buyerNotifiedAt !== null && buyerNotifiedAt <= at) continue
    if (allNotifiedFrom < at) found.push({ since: allNotifiedFrom, until: at })
    allNotifiedFrom = buyerNotifiedAt === null ? null : laterOf(allNotifiedFrom, buyerNotifiedAt)
  }
  return allNotifiedFrom === null ? found : [...found, { since: allNotifiedFrom, until: null }]
}
