import type { FamilyEnforcements } from './enforcement.ts'
import { computed, gate, inForce, limitedBy, planned } from './enforcement-forms.ts'
import type { targetRules } from './rules-targets.ts'

/** How targets, reports, assessment and honest data are enforced. */
export const targetEnforcements: FamilyEnforcements<typeof targetRules> = {
  'TGT-1': [computed.record('annual target and plan', 'targetsGate')],
  'TGT-2': [
    computed.record('target of each month', 'targetsGate'),
    computed.job('targets of the month published', 'MONTHLY', 'target.monthly'),
  ],
  'TGT-3': [computed.record('target of each salesperson', 'targetsGate')],
  'TGT-4': [limitedBy('target.personal'), gate('targetsGate')],
  'TGT-5': [gate('targetsGate')],
  'TGT-6': [computed.record('goals of the service with their timetable', 'serviceGoalsGate')],
  'TGT-7': [planned.stage('sales plan'), gate('targetsGate')],
  'RPT-1': [limitedBy('report.daily')],
  'RPT-2': [limitedBy('report.weekly')],
  'RPT-3': [planned.gate('report with figures that do not follow from recorded orders')],
  'RPT-4': [computed.job('filing of visits, orders and market feedback', 'MONTHLY')],
  'RPT-5': [computed.job('report of the manager to leadership', 'MONTHLY')],
  'RPT-6': [computed.job('analysis of sales data', 'MONTHLY')],
  'RPT-7': [computed.job('results to the departments', 'MONTHLY')],
  'RPT-8': [computed.job('assessment of core products', 'MONTHLY')],
  'RPT-9': [computed.job('report of service data', 'MONTHLY')],
  'PRF-1': [],
  'PRF-2': [],
  'PRF-3': [planned.record('decision on reward, penalty or promotion')],
  'PRF-4': [],
  'ETH-1': [inForce.within('packages/service-kit/src/store'), inForce.within('packages/service-kit/src/verification')],
  'ETH-2': [
    gate('productClaimGate'),
    planned.attestation('如实介绍承诺书', 'signed promise to present products truthfully'),
  ],
  'ETH-3': [planned.attestation('廉洁承诺书', 'signed promise of integrity')],
  'ETH-4': [planned.attestation('待客礼仪守则', 'signed code of courtesy')],
  'ETH-5': [planned.attestation('职业道德守则', 'signed code of conduct')],
}
