import type { Instant, LocalDate, Violation } from '@afterline/rules'

interface LicenceIdentity {
  readonly kind: string
  readonly number: string
  readonly validFrom: LocalDate
  readonly validUntil: LocalDate | null
}

interface LicenceHistory {
  readonly licenceId: string
  readonly verifiedAt: Instant | null
  readonly revokedAt: Instant | null
}

export function endsBeforeItBegins({ validFrom, validUntil }: LicenceIdentity): Violation {
  return {
    rule: 'CUS-4',
    message: { zh: '证照失效日期早于生效日期。', en: 'The licence ends before it begins.' },
    path: ['validUntil'],
    remedy: { zh: '请按证照原件核对日期。', en: 'Check both dates against the original.' },
    facts: { validFrom, validUntil },
  }
}

export function licenceOnFile({ kind, number }: LicenceIdentity): Violation {
  return {
    rule: 'CUS-4',
    message: { zh: '相同类型和编号的证照已在档案中。', en: 'A licence of this kind and number is already on file.' },
    path: ['number'],
    remedy: { zh: '请使用已登记的证照,或先撤销它。', en: 'Use the one on file, or revoke it first.' },
    facts: { kind, number },
  }
}

export function unknownLicence(licenceId: string): Violation {
  return {
    rule: 'CUS-4',
    message: { zh: '档案中没有该证照。', en: 'The file holds no such licence.' },
    path: ['licenceId'],
    remedy: { zh: '请先登记该证照。', en: 'Record the licence first.' },
    facts: { licenceId },
  }
}

export function licenceRevoked({ licenceId, revokedAt }: LicenceHistory): Violation {
  return {
    rule: 'CUS-4',
    message: { zh: '该证照已被撤销。', en: 'This licence has been revoked.' },
    path: ['licenceId'],
    remedy: { zh: '请登记新的证照。', en: 'Record the new licence.' },
    facts: { licenceId, revokedAt },
  }
}

export function licenceVerifiedBefore({ licenceId, verifiedAt }: LicenceHistory): Violation {
  return {
    rule: 'CUS-4',
    message: { zh: '该证照已核实。', en: 'This licence has already been verified.' },
    path: ['licenceId'],
    remedy: { zh: '无需再次核实。', en: 'Nothing needs to be done.' },
    facts: { licenceId, verifiedAt },
  }
}

export function negativeCreditLimit(minor: number): Violation {
  return {
    rule: 'CUS-4',
    message: { zh: '信用额度不能为负数。', en: 'A credit limit cannot be negative.' },
    path: ['creditLimit', 'minor'],
    remedy: {
      zh: '请填写零或正数;拒绝授信请选择“拒绝”。',
      en: 'Enter zero or more; to grant no credit, choose REFUSED.',
    },
    facts: { minor },
  }
}
