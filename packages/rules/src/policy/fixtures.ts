import type { Instant } from '../primitives/instant.ts'
import { checkPolicies } from './check-policies.ts'
import { parsePolicies } from './parse-policies.ts'
import type { PolicyFile } from './source.ts'

/* Policy documents for tests. */

/** What a test says of a document; the rest is as in every document. */
export interface DocumentParts {
  readonly kind: string
  readonly body: string
  readonly layer?: string
  /** In YAML, e.g. `[CLASS_III]`. */
  readonly appliesTo?: string
  readonly number?: string
  readonly status?: 'drafted' | 'reviewed' | 'approved'
  readonly effectiveOn?: string
}

/** A controlled document with a complete header (GEN-4); `body` follows it. */
export function policyFile(parts: DocumentParts): PolicyFile {
  const { kind, body, layer = 'company', appliesTo, status = 'approved', effectiveOn = '2026-01-01' } = parts
  const { number = `CO-${layer}-${kind}` } = parts
  const header = [
    'document:',
    `  number: ${number}`,
    `  kind: ${kind}`,
    `  layer: ${layer}`,
    ...(appliesTo === undefined ? [] : [`  appliesTo: ${appliesTo}`]),
    '  title: Own rules',
    `  status: ${status}`,
    '  drafter: SALES_MANAGER',
    '  reviewer: QUALITY_CONTROL',
    '  approver: LEADERSHIP',
    `  draftedOn: '${effectiveOn}'`,
    ...(status === 'drafted' ? [] : [`  reviewedOn: '${effectiveOn}'`]),
    ...(status === 'approved' ? [`  approvedOn: '${effectiveOn}'`] : []),
    `  effectiveOn: '${effectiveOn}'`,
    '  pageCount: 2',
    '  executingDepartments: [SALES_MANAGER, AFTER_SALES]',
    '  changeReason: Own needs',
    '  changePurpose: Faster answers',
  ]
  return { name: `${number}-${effectiveOn}.yaml`, text: [...header, body].join('\n') }
}

/** A company's document of a kind, from the number's first day on. */
export function companyFile(kind: string, effectiveOn: string, body: string): PolicyFile {
  return { ...policyFile({ kind, effectiveOn, body }), name: `company-${kind}-${effectiveOn}.yaml` }
}

/** Line of a company's approved document on which `body` begins. */
export const FIRST_BODY_LINE = 18

/** The line on which a text first stands in a file. */
export function lineOf({ text }: PolicyFile, part: string): number {
  const index = text.split('\n').findIndex((line) => line.includes(part))
  if (index < 0) throw new Error(`'${part}' is not in the file`)
  return index + 1
}

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

/** What `checkPolicies` finds wrong, in the same form. */
export function checkedProblemsOf(files: readonly PolicyFile[], at: Instant): readonly string[] {
  return checkPolicies(files, at).problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
}
