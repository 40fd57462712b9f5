import { type LocalDate, localDateOf } from '../../primitives/local-date.ts'
import type { Violation } from '../../violation.ts'
import type { LocalMoment } from '../local-moment.ts'

/** What quality control or a regulator's notice has said of a lot; `null` for nothing so far. */
export interface LotAtGate {
  readonly lotId: string
  readonly lotNumber: string
  readonly status: 'RELEASED' | 'BLOCKED' | null
  readonly source: 'QUALITY_CONTROL' | 'REGULATOR_NOTICE' | null
  /** The last day on which the goods may be used; `null` for goods that do not expire. */
  readonly expiresOn: LocalDate | null
}

export interface LotGateInput extends LocalMoment {
  /** The lot of each item, in the order of the items; `null` for an item without a lot. */
  readonly lots: readonly (LotAtGate | null)[]
  /** Whether a lot passes only when it was released: when goods leave, unless the policy `lot.shipsUndecided` says otherwise. */
  readonly needsRelease?: boolean
}

/**
 * QLT-4: a lot that was found non-conforming is not sold. DEL-3: an expired one does not leave either. One on which
 * nothing was decided may be sold, and leaves only when it was released, unless policy says otherwise.
 */
export function lotGate({ lots, at, zone, needsRelease = false }: LotGateInput): readonly Violation[] {
  const on = localDateOf(at, zone)
  return lots.flatMap((lot, index) => {
    if (lot === null) return []
    const path = ['items', String(index), 'lotId']
    const undecided = needsRelease && lot.status === null ? [notReleased(lot, path)] : []
    return [...undecided, ...blockedViolations(lot, path), ...expiryViolations(lot, path, on)]
  })
}

function notReleased({ lotId, lotNumber }: LotAtGate, path: readonly string[]): Violation {
  return {
    rule: 'QLT-4',
    message: {
      zh: `质管部尚未判定批号 ${lotNumber}。`,
      en: `Quality control has not decided on lot ${lotNumber}.`,
    },
    path,
    remedy: {
      zh: '请质管部判定该批次（decideLotQuality），或改用已放行的批号。',
      en: 'Have quality control decide on it (decideLotQuality), or take a lot that is released.',
    },
    facts: { lotId, lotNumber, status: null },
  }
}

function blockedViolations(lot: LotAtGate, path: readonly string[]): readonly Violation[] {
  if (lot.status !== 'BLOCKED') return []
  const isNotice = lot.source === 'REGULATOR_NOTICE'
  return [
    {
      rule: 'QLT-4',
      message: isNotice
        ? {
            zh: `批号 ${lot.lotNumber} 已被监管通知列为不合格。`,
            en: `Lot ${lot.lotNumber} is named non-conforming in a regulator's notice.`,
          }
        : {
            zh: `批号 ${lot.lotNumber} 已被质管部判定不合格。`,
            en: `Lot ${lot.lotNumber} was found non-conforming by quality control.`,
          },
      path,
      remedy: {
        zh: '改用其他批号；只有质管部放行后本批号才可出售。',
        en: 'Take another lot; this one may be sold only after quality control releases it.',
      },
      facts: { lotId: lot.lotId, lotNumber: lot.lotNumber, status: lot.status, source: lot.source },
    },
  ]
}

function expiryViolations(lot: LotAtGate, path: readonly string[], on: LocalDate): readonly Violation[] {
  if (lot.expiresOn === null || on <= lot.expiresOn) return []
  return [
    {
      rule: 'DEL-3',
      message: {
        zh: `批号 ${lot.lotNumber} 已于 ${lot.expiresOn} 过期。`,
        en: `Lot ${lot.lotNumber} expired on ${lot.expiresOn}.`,
      },
      path,
      remedy: { zh: '改用未过期的批号。', en: 'Take a lot that has not expired.' },
      facts: { lotId: lot.lotId, lotNumber: lot.lotNumber, expiresOn: lot.expiresOn, on },
    },
  ]
}
