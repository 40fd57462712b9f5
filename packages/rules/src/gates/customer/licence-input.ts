import type { Instant } from '../../primitives/instant.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { Violation } from '../../violation.ts'
import type { LocalMoment } from '../local-moment.ts'
import type { ProductClass } from '../product-class.ts'

export type LicenceKind =
  | 'BUSINESS_LICENCE'
  | 'DEVICE_DEALER_LICENCE'
  | 'DEVICE_DEALER_FILING'
  | 'MEDICAL_INSTITUTION_LICENCE'

/** A customer's licence as the gates see it. */
export interface Licence {
  readonly licenceId: string
  readonly kind: LicenceKind
  readonly number: string
  /** The product classes that it covers. */
  readonly scope: readonly ProductClass[]
  readonly validFrom: LocalDate
  /** The last day of validity, inclusive; `null` for a licence without end. */
  readonly validUntil: LocalDate | null
  /** When it was checked against the issuer's register; `null` for not yet. */
  readonly verifiedAt: Instant | null
  readonly revokedAt: Instant | null
}

export interface LicenceGateInput extends LocalMoment {
  readonly licences: readonly Licence[]
  /** Of the goods, in the order of the input's lines; violations point at the first line of each class. */
  readonly productClasses: readonly ProductClass[]
}

export interface LicenceGateResult {
  readonly violations: readonly Violation[]
  /** `null` when no product is regulated: then nobody asks for a licence (KPI-40). */
  readonly isLicensed: boolean | null
  /** The licence that covers the highest class; `null` without one. */
  readonly licenceId: string | null
}
