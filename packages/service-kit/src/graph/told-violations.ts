import type { Violation } from '@afterline/rules'
import { audiences } from '../graphql/audiences.ts'

/** Judged by what a customer's file holds: credit, licences, needs. */
const BY_CUSTOMER_FILE: readonly string[] = ['CUS-4', 'CUS-5', 'CUS-8']
/** What such a rule asked; all other facts are of the file. */
const ASKED: readonly string[] = ['productClass', 'on']

const UNTOLD: Violation['message'] = {
  zh: '客户档案不允许此操作；有权查阅档案者可看到原因。',
  en: "The customer's file does not allow it; whoever may read the file sees why.",
}

/** What a refusal tells somebody: nothing of a customer's file to a role that may not read it (SEC-2). */
export function toldTo(role: string | null, violations: readonly Violation[]): readonly Violation[] {
  const readers: readonly (string | null)[] = audiences.CUSTOMER_READERS
  if (readers.includes(role)) return violations
  return violations.map((violation) =>
    BY_CUSTOMER_FILE.includes(violation.rule) ? { ...violation, message: UNTOLD, facts: asked(violation) } : violation,
  )
}

function asked({ facts }: Violation): Violation['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => ASKED.includes(name)))
}
