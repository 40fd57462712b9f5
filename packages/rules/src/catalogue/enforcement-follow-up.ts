import type { FamilyEnforcements } from './enforcement.ts'
import { computed, gate, inForce, planned } from './enforcement-forms.ts'
import type { followUpRules } from './rules-follow-up.ts'

/** How knowledge base, follow-up, surveys and improvement are enforced. */
export const followUpEnforcements: FamilyEnforcements<typeof followUpRules> = {
  'KBS-1': [planned.record('knowledge entry')],
  'KBS-2': [planned.record('product type and version of a knowledge entry')],
  // Each entry is due 180 days after its last review; the run lists those that are.
  'KBS-3': [computed.job('review of knowledge entries that are due', 'MONTHLY')],
  'FUP-1': [computed.job('follow-up of each active customer', 'MONTHLY', 'visit.monthly')],
  'FUP-2': [
    computed.job('call-back on use and satisfaction', 'QUARTERLY'),
    planned.record('call-back with its findings'),
  ],
  'FUP-3': [planned.stage('follow-up of a service')],
  'SVY-1': [computed.job('satisfaction survey', 'QUARTERLY')],
  'SVY-2': [
    inForce.stage('survey', [
      'confirmResolution',
      'answerSurvey',
      'recordDelivery',
      'resendInvitation',
      'recordOfflineAnswer',
    ]),
  ],
  'SVY-3': [computed.job('survey report to the departments', 'MONTHLY')],
  'SVY-4': [inForce.record('Survey', ['answerSurvey', 'recordOfflineAnswer', 'importRatings'])],
  'SVY-5': [inForce.record('Survey.comment', ['answerSurvey'])],
  'IMP-1': [gate('improvementEffectiveGate')],
  'IMP-2': [computed.stage('improvement action', 'improvementStages')],
  'IMP-3': [gate('opinionSettlementGate')],
  'IMP-4': [computed.job('assessment of service quality', 'QUARTERLY')],
  'IMP-5': [planned.record('suggestion that was passed on')],
  'IMP-6': [planned.attestation('服务创新方针', 'policy for the renewal of services, acknowledged')],
}
