import { type LocalDate, localDateOf } from '../../primitives/local-date.ts'
import type { Violation } from '../../violation.ts'
import type { LocalMoment } from '../local-moment.ts'
import { isWithdrawn, type Moment } from '../moment.ts'
import { isRegulated, type ProductClass } from '../product-class.ts'
import type { Licence, LicenceGateInput, LicenceGateResult, LicenceKind } from './licence-input.ts'
import { type LicenceFlaw, licenceFlaws, licenceViolation } from './licence-violations.ts'

/** Kinds that permit to trade in medical devices or to use them. A general business licence does not. */
const deviceKinds: ReadonlySet<LicenceKind> = new Set([
  'DEVICE_DEALER_LICENCE',
  'DEVICE_DEALER_FILING',
  'MEDICAL_INSTITUTION_LICENCE',
])

/**
 * CUS-5: each regulated class needs a licence that permits devices, covers the class, is verified and not revoked, and
 * is valid on the local day of the instant. Different classes may rest on different licences. A late entry rests on none that
 * is known to be revoked by now.
 */
export function licenceGate(input: LicenceGateInput): LicenceGateResult {
  const classes = [...new Set(input.productClasses)].filter(isRegulated).toSorted()
  if (classes.length === 0) return { violations: [], isLicensed: null, licenceId: null }
  const violations: Violation[] = []
  let licenceId: string | null = null
  // Class names sort by strictness, so the last covered class is the highest.
  for (const productClass of classes) {
    const nearest = nearestLicence(input, productClass)
    if (nearest.flaw === null) {
      licenceId = nearest.licence.licenceId
    } else {
      const path = ['productClasses', String(input.productClasses.indexOf(productClass))]
      violations.push(licenceViolation({ ...nearest, productClass, on: localDateOf(input.at, input.zone), path }))
    }
  }
  return { violations, isLicensed: violations.length === 0, licenceId }
}

/** Whether a licence is verified, not revoked and valid on the day: what every kind has in common (CUS-4). */
export function isInForce(licence: Licence, moment: LocalMoment): boolean {
  return flawOfForce(licence, moment, localDateOf(moment.at, moment.zone)) === null
}

type Nearest =
  | { readonly flaw: null; readonly licence: Licence }
  | { readonly flaw: LicenceFlaw; readonly licence: Licence | null }

/** The licence that opens the gate, or else the one that comes nearest, so that the remedy names the shortest way. */
function nearestLicence({ licences, ...moment }: LicenceGateInput, productClass: ProductClass): Nearest {
  const on = localDateOf(moment.at, moment.zone)
  let nearest: Nearest = { flaw: 'MISSING', licence: null }
  for (const licence of licences) {
    const flaw = flawOf(licence, productClass, moment, on)
    if (flaw === null) return { flaw, licence }
    if (licenceFlaws.indexOf(flaw) > licenceFlaws.indexOf(nearest.flaw)) nearest = { flaw, licence }
  }
  return nearest
}

function flawOf(licence: Licence, productClass: ProductClass, moment: Moment, on: LocalDate): LicenceFlaw | null {
  if (!deviceKinds.has(licence.kind)) return 'WRONG_KIND'
  if (!licence.scope.includes(productClass)) return 'OUT_OF_SCOPE'
  return flawOfForce(licence, moment, on)
}

function flawOfForce(licence: Licence, moment: Moment, on: LocalDate): LicenceFlaw | null {
  if (isWithdrawn(licence.revokedAt, moment)) return 'REVOKED'
  if (licence.validUntil !== null && licence.validUntil < on) return 'EXPIRED'
  if (on < licence.validFrom) return 'NOT_YET_VALID'
  if (licence.verifiedAt === null || moment.at < licence.verifiedAt) return 'UNVERIFIED'
  return null
}
