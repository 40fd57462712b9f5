import type { FamilyEnforcements } from './enforcement.ts'
import { gate, inForce } from './enforcement-forms.ts'
import type { securityRules } from './rules-security.ts'

const personalData = 'packages/service-kit/src/personal'
const access = 'packages/service-kit/src/graphql'

/** How security, confidentiality and operation are enforced. */
export const securityEnforcements: FamilyEnforcements<typeof securityRules> = {
  'SEC-1': [
    inForce.within(personalData, ['addContactPerson', 'receiveComplaint', 'registerComplaint', 'answerSurvey']),
  ],
  'SEC-2': [inForce.within(access)],
  'SEC-3': [gate('erasureGate'), inForce.within(personalData), inForce.within(access)],
  'SEC-4': [inForce.within('packages/service-kit/src/store'), inForce.within('packages/service-kit/src/verification')],
  'OPS-1': [inForce.job('backup of customer files', 'DAILY', 'backup.daily')],
  'OPS-2': [inForce.record('Customer'), inForce.record('Order'), inForce.record('Scorecard')],
  'OPS-3': [],
}
