import type { Bilingual } from '../../primitives/bilingual.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { Violation } from '../../violation.ts'
import type { ProductClass } from '../product-class.ts'
import type { Licence } from './licence-input.ts'

/** Why a licence does not open the gate for a class, from farthest to nearest to doing so. */
export const licenceFlaws = [
  'MISSING',
  'WRONG_KIND',
  'OUT_OF_SCOPE',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
  'UNVERIFIED',
] as const
export type LicenceFlaw = (typeof licenceFlaws)[number]

interface FlawedLicence {
  readonly flaw: LicenceFlaw
  readonly licence: Licence | null
  readonly productClass: ProductClass
  readonly on: LocalDate
  readonly path: readonly string[]
}

interface Wording {
  readonly message: Bilingual
  readonly remedy: Bilingual
}

/** Names of the product classes in both languages. */
export const classNames: Readonly<Record<ProductClass, Bilingual>> = {
  UNREGULATED: { zh: '非医疗器械', en: 'unregulated' },
  CLASS_I: { zh: '第一类', en: 'class I' },
  CLASS_II: { zh: '第二类', en: 'class II' },
  CLASS_III: { zh: '第三类', en: 'class III' },
}

/** CUS-5 refused for one class, with the licence that came nearest to covering it. */
export function licenceViolation({ flaw, licence, productClass, on, path }: FlawedLicence): Violation {
  return {
    rule: 'CUS-5',
    ...wordingOf(flaw, licence, classNames[productClass]),
    path,
    facts: {
      productClass,
      reason: flaw,
      on,
      licenceId: licence?.licenceId ?? null,
      licenceNumber: licence?.number ?? null,
      validFrom: licence?.validFrom ?? null,
      validUntil: licence?.validUntil ?? null,
    },
  }
}

function wordingOf(flaw: LicenceFlaw, licence: Licence | null, of: Bilingual): Wording {
  const number = licence?.number ?? ''
  switch (flaw) {
    case 'MISSING':
    case 'WRONG_KIND':
      return wordingOfNone(of)
    case 'OUT_OF_SCOPE':
      return {
        message: {
          zh: `许可证 ${number} 的范围不含${of.zh}医疗器械。`,
          en: `Licence ${number} does not cover ${of.en} devices.`,
        },
        remedy: {
          zh: `登记并核验范围含${of.zh}医疗器械的许可证，或从订单中去掉这些产品。`,
          en: `Record and verify a licence that covers ${of.en} devices, or leave these products out.`,
        },
      }
    case 'REVOKED':
      return {
        message: { zh: `许可证 ${number} 已失效（被撤销）。`, en: `Licence ${number} has been revoked.` },
        remedy: { zh: '登记并核验一份有效的许可证。', en: 'Record and verify another licence that is in force.' },
      }
    default:
      return wordingOfDates(flaw, number, licence)
  }
}

function wordingOfNone(of: Bilingual): Wording {
  return {
    message: {
      zh: `客户没有可购买${of.zh}医疗器械的资格证件。`,
      en: `The customer has no licence that permits to buy ${of.en} devices.`,
    },
    remedy: {
      zh: '登记并核验医疗器械经营许可证、经营备案凭证或医疗机构执业许可证。',
      en: "Record and verify a device dealer's licence or filing, or a medical institution's licence.",
    },
  }
}

function wordingOfDates(
  flaw: 'EXPIRED' | 'NOT_YET_VALID' | 'UNVERIFIED',
  number: string,
  licence: Licence | null,
): Wording {
  switch (flaw) {
    case 'EXPIRED':
      return {
        message: {
          zh: `许可证 ${number} 已于 ${licence?.validUntil} 到期。`,
          en: `Licence ${number} was valid until ${licence?.validUntil} only.`,
        },
        remedy: { zh: '登记并核验换发后的许可证。', en: 'Record and verify the renewed licence.' },
      }
    case 'NOT_YET_VALID':
      return {
        message: {
          zh: `许可证 ${number} 自 ${licence?.validFrom} 起才有效。`,
          en: `Licence ${number} is valid from ${licence?.validFrom} only.`,
        },
        remedy: {
          zh: '等到生效日，或登记并核验当前有效的许可证。',
          en: 'Wait for that day, or record and verify a licence that is valid now.',
        },
      }
    case 'UNVERIFIED':
      return {
        message: {
          zh: `许可证 ${number} 尚未向发证机关核验。`,
          en: `Licence ${number} has not been checked against the issuer's register.`,
        },
        remedy: { zh: '核验该许可证。', en: 'Verify this licence.' },
      }
  }
}
