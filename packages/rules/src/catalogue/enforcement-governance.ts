import type { FamilyEnforcements } from './enforcement.ts'
import { computed, inForce, planned } from './enforcement-forms.ts'
import type { governanceRules } from './rules-governance.ts'

/** How governance, organisation and documents are enforced. */
export const governanceEnforcements: FamilyEnforcements<typeof governanceRules> = {
  'GEN-1': [planned.attestation('全体员工签署的制度知悉书', 'acknowledgement of the regulations, signed by all staff')],
  'GEN-2': [],
  'GEN-3': [planned.attestation('各项规定的现行法律依据清单', 'list of the law in force behind each rule, confirmed')],
  'GEN-4': [inForce.record('header of each policy document')],
  'GEN-5': [inForce.within('packages/rules/src/policy')],
  'GEN-6': [computed.job('review of the system itself', 'YEARLY')],
  'GEN-7': [planned.attestation('签署的服务宗旨', 'signed statement of what service stands for')],
  'ORG-1': [planned.record('sales department with its head')],
  'ORG-2': [planned.record('after-sales department with its duties')],
  'ORG-3': [inForce.record('roles, each with its duties and the fields and commands that it may use')],
  'ORG-4': [planned.record('complaint unit with its members')],
  'ORG-5': [planned.record('senior medical advisor by name')],
  'ORG-6': [planned.stage('feedback between departments')],
  'ORG-7': [
    inForce.record('Customer.serviceHistory', ['handleComplaint', 'confirmResolution', 'answerSurvey']),
    planned.record('need or problem that sales passed to service'),
  ],
  'ORG-8': [],
}
