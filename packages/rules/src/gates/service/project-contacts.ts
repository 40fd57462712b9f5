import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'
import { requiredCount } from '../required-count.ts'
import { isWritten } from '../written-text.ts'

export interface ProjectContact {
  readonly contactId: string
  readonly occurredAt: Instant
  /** How things stood on site; `null` where nothing was noted. */
  readonly siteProgress: string | null
  /** What the customer thought of it; `null` where nobody asked. */
  readonly customerOpinion: string | null
}

export interface ServiceProject {
  readonly startedAt: Instant
  readonly closesAt: Instant
  readonly contacts: readonly ProjectContact[]
}

export interface ProjectContactsInput extends ServiceProject {
  /** Two by regulation. */
  readonly minimumContacts: number
}

/**
 * CUS-11: a project closes after so many contacts that each tell progress and opinion.
 * @throws RulesError `POLICY_INVALID` for a minimum below one
 */
export function projectContactsGate(input: ProjectContactsInput): readonly Violation[] {
  const required = requiredCount('minimumContacts', input.minimumContacts)
  const counted = countedContacts(input).length
  const missing = required - counted
  if (missing <= 0) return []
  const { startedAt, closesAt, contacts } = input
  return [
    {
      rule: 'CUS-11',
      message: {
        zh: `项目期间至少联系客户 ${required} 次，还差 ${missing} 次。`,
        en: `A project needs ${required} contacts with the customer; ${missing} more to go.`,
      },
      path: ['contacts'],
      remedy: {
        zh: '联系客户，记下现场进展和客户意见后再结束项目。',
        en: 'Contact the customer and note site progress and opinion before closing the project.',
      },
      facts: { counted, required, missing, recorded: contacts.length, startedAt, closesAt },
    },
  ]
}

/** The contacts that count: each once, from start to close, with site progress and the customer's opinion (KPI-26). */
export function countedContacts({ startedAt, closesAt, contacts }: ServiceProject): readonly ProjectContact[] {
  const telling = contacts.filter(
    ({ occurredAt, siteProgress, customerOpinion }) =>
      startedAt <= occurredAt && occurredAt <= closesAt && isWritten(siteProgress) && isWritten(customerOpinion),
  )
  return telling.filter(({ contactId }, index) => telling.findIndex((other) => other.contactId === contactId) === index)
}
