import type { Violation } from '../../violation.ts'
import { legalReviewGate } from '../contract/contract-review.ts'
import { latestOf } from '../latest.ts'
import { decisive, isWithdrawn, type Moment } from '../moment.ts'
import { isWritten } from '../written-text.ts'
import {
  type PlatformAgreement,
  type PlatformAssessment,
  type PlatformGateInput,
  platformCriteria,
} from './platform-input.ts'
import type { AgreementForceFlaw, ScreeningFlaw } from './platform-violations.ts'
import * as refusal from './platform-violations.ts'

/**
 * CHN-3: the latest assessment of every criterion finds it met, on stated grounds. CHN-4: a cooperation agreement was
 * signed before the sale and is in force at its instant. CON-3, C38: legal reviewed its terms before the signature.
 */
export function platformGate({
  platformId,
  assessments,
  agreement,
  ...moment
}: PlatformGateInput): readonly Violation[] {
  const { at } = moment
  const screening = platformCriteria.flatMap((criterion) => {
    const own = assessments.filter((assessment) => assessment.criterion === criterion)
    const latest = decisive(
      (until) => latestAssessment(own.filter(({ assessedAt }) => assessedAt <= until)),
      ({ outcome }) => outcome === 'NOT_MET',
      moment,
    )
    const flaw = screeningFlaw(latest)
    if (flaw === null) return []
    const path = ['assessments', ...(latest === null ? [] : [String(assessments.indexOf(latest))])]
    return [refusal.unscreened(flaw, { platformId, criterion, latest, path })]
  })
  if (agreement === null) return [...screening, refusal.noAgreement(platformId, at)]
  return [
    ...screening,
    ...agreementFlaws(agreement, moment).map((flaw) =>
      refusal.agreementNotInForce(flaw, { platformId, agreement, at }),
    ),
    ...legalReviewGate(agreement, agreement.signedAt ?? at, ['agreement']),
  ]
}

/** Of two at one moment, that which does not find the criterion met. */
function latestAssessment(assessments: readonly PlatformAssessment[]): PlatformAssessment | null {
  const latest = latestOf(assessments, ({ assessedAt }) => assessedAt)
  return latest.find(({ outcome }) => outcome === 'NOT_MET') ?? latest[0] ?? null
}

function screeningFlaw(latest: PlatformAssessment | null): ScreeningFlaw | null {
  if (latest === null) return 'NOT_ASSESSED'
  if (latest.outcome === 'NOT_MET') return 'NOT_MET'
  return isWritten(latest.grounds) ? null : 'NO_GROUNDS'
}

function agreementFlaws(
  { signedAt, validFrom, validUntil, terminatedAt }: PlatformAgreement,
  moment: Moment,
): readonly AgreementForceFlaw[] {
  const { at } = moment
  return [
    // Signed at the very moment of the sale is not signed before it.
    ...(signedAt !== null && signedAt < at ? [] : (['NOT_SIGNED'] as const)),
    ...(validFrom <= at ? [] : (['NOT_YET_VALID'] as const)),
    ...(validUntil === null || at < validUntil ? [] : (['EXPIRED'] as const)),
    ...(isWithdrawn(terminatedAt, moment) ? (['TERMINATED'] as const) : []),
  ]
}
