import type { RuleId } from '../../catalogue/index.ts'
import { type Instant, laterOf } from '../../primitives/instant.ts'
import type { Measurement, Reckoning, Timer } from '../ledger.ts'
import { phaseItem } from '../phase.ts'
import type { Stretch } from '../stretches.ts'
import { compareInstants, earliest, endedLimit, type Limit, onTimeShareOf, replacedLimit } from '../timing.ts'
import type { Classification, ComplaintLedger, ReceivedComplaint } from './complaint-state.ts'

/*
 * CMP-5 and CMP-6 by C28: the limit of the present class runs, always from receipt, and the quality limit while there is
 * no class. The limit of a class that was left is void, unless it was missed by then; one opinion meets one limit.
 */

const opinionKeys = ['complaint.opinion.quality', 'complaint.opinion.other'] as const
export type OpinionKey = (typeof opinionKeys)[number]

const opinionRules: Readonly<Record<OpinionKey, RuleId>> = {
  'complaint.opinion.quality': 'CMP-5',
  'complaint.opinion.other': 'CMP-6',
}

export function opinionTimers(
  complaint: ComplaintLedger,
  received: ReceivedComplaint,
  reckoning: Reckoning,
): readonly Timer[] {
  return opinionKeys.flatMap((key) => {
    const last = whenApplied(complaint, received, key).at(-1)
    if (last === undefined) return []
    const limit = opinionLimit(received, key)
    return last.until === null
      ? [endedLimit(limit, complaint.opinionAt, null, reckoning)]
      : [replacedLimit(limit, complaint.opinionAt, last.until, reckoning)]
  })
}

/** Parts of KPI-17: a limit is in the figure while its class was the complaint's, and for good once it was missed then. */
export function opinionShares(
  complaint: ComplaintLedger,
  received: ReceivedComplaint,
  scopes: readonly string[],
  reckoning: Reckoning,
): readonly Measurement[] {
  return opinionKeys.flatMap((key) => {
    const timer = endedLimit(opinionLimit(received, key), complaint.opinionAt, null, reckoning)
    const share = onTimeShareOf(timer, reckoning, { kpi: 'KPI-17', part: key, scopes })
    return sharesWithin(share, whenApplied(complaint, received, key))
  })
}

function sharesWithin(share: Measurement, stretches: readonly Stretch[]): readonly Measurement[] {
  const parts: Measurement[] = []
  for (const { since, until } of stretches) {
    const part = { ...share, item: phaseItem(parts.length), since: laterOf(share.since, since) }
    if (until !== null && isMissedBy(share, until)) {
      return [...parts, { ...part, achievedAt: earliest(share.achievedAt, until) }]
    }
    if (until === null || until > part.since) parts.push({ ...part, until })
  }
  return parts
}

function isMissedBy({ dueAt, achievedAt }: Measurement, instant: Instant): boolean {
  return dueAt !== null && instant > dueAt && (achievedAt === null || achievedAt > dueAt)
}

/** In order; the last goes on where the class is the present one. */
function whenApplied(complaint: ComplaintLedger, received: ReceivedComplaint, key: OpinionKey): readonly Stretch[] {
  const history = complaint.classifications.toSorted((a, b) => compareInstants(a.at, b.at))
  const found: Stretch[] = []
  let running: { readonly key: OpinionKey; readonly since: Instant } = {
    key: opinionKeyOf(received.complaintClass),
    since: received.at,
  }
  for (const { at, complaintClass } of history) {
    const next = opinionKeyOf(complaintClass)
    if (next === running.key) continue
    if (running.key === key) found.push({ since: running.since, until: at })
    running = { key: next, since: at }
  }
  return running.key === key ? [...found, { since: running.since, until: null }] : found
}

function opinionKeyOf(complaintClass: Classification['complaintClass']): OpinionKey {
  return complaintClass === 'OTHER' ? 'complaint.opinion.other' : 'complaint.opinion.quality'
}

function opinionLimit({ at: startedAt, policyVersion }: ReceivedComplaint, key: OpinionKey): Limit {
  return { key, item: '', rule: opinionRules[key], startedAt, dueAt: null, policyVersion }
}
