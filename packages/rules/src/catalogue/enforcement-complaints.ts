import type { FamilyEnforcements } from './enforcement.ts'
import { gate, inForce, limitedBy, planned } from './enforcement-forms.ts'
import type { complaintRules } from './rules-complaints.ts'

const complaints = 'services/after-sales/src/complaint'
const table = 'complaintStages'
const complaintSteps = [
  'receiveComplaint',
  'classifyComplaint',
  'registerComplaint',
  'issueOpinion',
  'handleComplaint',
  'markComplaintUnsolvable',
  'acceptByAdministration',
  'returnResult',
  'confirmResolution',
  'reopenComplaint',
  'closeComplaint',
] as const

/** How complaints, enquiries and escalation are enforced. */
export const complaintEnforcements: FamilyEnforcements<typeof complaintRules> = {
  'CMP-1': [inForce.within(complaints, ['receiveComplaint'])],
  'CMP-2': [limitedBy('complaint.verify'), inForce.within(complaints, ['issueOpinion', 'handleComplaint'])],
  'CMP-3': [limitedBy('complaint.handle')],
  'CMP-4': [
    limitedBy('complaint.handover'),
    inForce.stage('complaint', ['markComplaintUnsolvable', 'acceptByAdministration', 'handleComplaint'], table),
  ],
  'CMP-5': [limitedBy('complaint.opinion.quality')],
  'CMP-6': [limitedBy('complaint.opinion.other')],
  'CMP-7': [inForce.stage('complaint', complaintSteps, table)],
  'CMP-8': [inForce.record('Customer.serviceHistory', ['receiveComplaint', 'handleComplaint', 'answerSurvey'])],
  'CMP-9': [inForce.within(complaints, ['confirmResolution']), gate('resultConfirmedGate')],
  'CMP-10': [planned.attestation('投诉处理守则', 'signed code for handling complaints')],
  'CMP-11': [gate('seriousComplaintGate')],
  'CMP-12': [inForce.stage('complaint', ['returnResult', 'confirmResolution', 'reopenComplaint'], table)],
  'CMP-13': [planned.record('visitor with the advisor who received them')],
  'CMP-14': [limitedBy('enquiry.phone')],
  'CMP-15': [limitedBy('enquiry.written')],
  'CMP-16': [],
  'CMP-17': [],
  'CMP-18': [inForce.record('ComplaintHandled', ['handleComplaint'])],
  'CMP-19': [planned.stage('quality feedback')],
  'CMP-20': [inForce.record('Complaint.attempts', ['handleComplaint'])],
}
