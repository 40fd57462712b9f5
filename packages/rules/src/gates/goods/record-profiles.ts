import type { RuleId } from '../../catalogue/index.ts'
import { isRegulated, type ProductClass } from '../product-class.ts'
import { fieldsAskedBy, type ProfileName, profileRules, type RecordField } from './record-fields.ts'

/** Fields that a rule asks for, any one of the named ones. */
export type RequiredField = RecordField

/** One regulation's field set (C9). */
export interface RecordProfile {
  readonly rule: RuleId
  /** What a record must hold; what stands on the shipped item beside it is not among them. */
  readonly requires: readonly RequiredField[]
}

/** The sets, derived from the superset. */
export const recordProfiles = {
  sterile: profileOf('sterile'),
  device: profileOf('device'),
  procedure: profileOf('procedure'),
  basic: profileOf('basic'),
  dealer: profileOf('dealer'),
  accounts: profileOf('accounts'),
} as const satisfies Record<ProfileName, RecordProfile>

function profileOf(profile: ProfileName): RecordProfile {
  const requires = fieldsAskedBy(profile).filter(({ isOnItem }) => isOnItem !== true)
  return { rule: profileRules[profile], requires }
}

/**
 * The profiles that apply to a product when it leaves, the most special first: a field is reported under the first that
 * asks for it. Devices follow all the sets written for devices, as the stricter rule applies; the basic set holds for
 * any product (C37).
 */
export function profilesFor(productClass: ProductClass, isSterile: boolean): readonly RecordProfile[] {
  const { sterile, device, procedure, basic } = recordProfiles
  if (!isRegulated(productClass)) return [basic]
  return isSterile ? [sterile, device, procedure, basic] : [device, procedure, basic]
}

/**
 * The profiles of a record that shall stand an inspection (TRC-7): besides those at the goods' leaving, what the law asks
 * of dealers in devices, and the papers that are written only after the goods have left.
 */
export function inspectionProfilesFor(productClass: ProductClass, isSterile: boolean): readonly RecordProfile[] {
  const { dealer, accounts } = recordProfiles
  const atLeaving = profilesFor(productClass, isSterile)
  return isRegulated(productClass) ? [...atLeaving, dealer, accounts] : [...atLeaving, accounts]
}
