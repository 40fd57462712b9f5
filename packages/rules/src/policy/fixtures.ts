import { parsePolicies } from './parse-policies.ts'
import type { PolicyFile } from './source.ts'

/* Company documents for tests. */

/** A company's document of a kind, from the number's first day on; `body` follows the header. */
export function companyFile(kind: string, effectiveOn: string, body: string): PolicyFile {
  const header = [
    'document:',
    `  number: CO-${kind}`,
    `  kind: ${kind}`,
    '  layer: company',
    '  title: Own rules',
    '  drafter: SALES_MANAGER',
    '  reviewer: QUALITY_CONTROL',
    '  approver: LEADERSHIP',
    `  effectiveOn: '${effectiveOn}'`,
    '  changeReason: Own needs',
  ]
  return { name: `company-${kind}-${effectiveOn}.yaml`, text: [...header, body].join('\n') }
}

/** Line of a company document on which `body` begins. */
export const FIRST_BODY_LINE = 11

/** A company in São Paulo that is open from 09:00 to 17:00, Monday to Friday, and knows no holidays. */
export const saoPauloCompany = companyFile(
  'calendars',
  '2016-01-01',
  `tenant: { zone: America/Sao_Paulo, calendar: sp }
calendars:
  - id: sp
    version: '7'
    zone: America/Sao_Paulo
    weekly: { MON: ['09:00-17:00'], TUE: ['09:00-17:00'], WED: ['09:00-17:00'], THU: ['09:00-17:00'], FRI: ['09:00-17:00'] }
    coverage: { from: '2016-01-01', to: '2019-12-31' }`,
)

/** What `parsePolicies` finds wrong, one line per problem. */
export function problemsOf(files: readonly PolicyFile[]): readonly string[] {
  try {
    parsePolicies(files)
    return []
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'POLICY_INVALID') return error.message.split('\n')
    throw error
  }
}
