import type { Violation } from '../../violation.ts'
import type { Licence } from './licence-input.ts'

/** What is checked when a licence is written into the file (CUS-4). One already expired may be recorded: it opens nothing. */
export function licenceRecordGate(
  licence: Pick<Licence, 'number' | 'scope' | 'validFrom' | 'validUntil'>,
): readonly Violation[] {
  const { number, scope, validFrom, validUntil } = licence
  const violations: Violation[] = []
  if (number.trim() === '') {
    violations.push({
      rule: 'CUS-4',
      message: { zh: '许可证没有编号。', en: 'The licence has no number.' },
      path: ['number'],
      remedy: { zh: '填写证件上的编号。', en: 'Enter the number printed on the licence.' },
      facts: {},
    })
  }
  if (scope.length === 0) {
    violations.push({
      rule: 'CUS-4',
      message: { zh: '许可证没有写明范围。', en: 'The licence has no scope.' },
      path: ['scope'],
      remedy: { zh: '至少填写一个产品类别。', en: 'Name at least one product class.' },
      facts: {},
    })
  }
  if (validUntil !== null && validUntil < validFrom) {
    violations.push({
      rule: 'CUS-4',
      message: { zh: '有效期的截止日早于起始日。', en: 'The licence ends before it begins.' },
      path: ['validUntil'],
      remedy: { zh: '核对证件上的两个日期。', en: 'Compare both days with the licence.' },
      facts: { validFrom, validUntil },
    })
  }
  return violations
}
