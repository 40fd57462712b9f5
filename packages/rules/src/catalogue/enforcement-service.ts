import type { FamilyEnforcements } from './enforcement.ts'
import { computed, gate, inForce, limitedBy, planned } from './enforcement-forms.ts'
import type { serviceRules } from './rules-service.ts'

const serviceRequest = computed.stage('service request', 'serviceRequestStages')

/** How service requests, repair and dispatch are enforced. */
export const serviceEnforcements: FamilyEnforcements<typeof serviceRules> = {
  'SRV-1': [planned.record('hotline and online desk')],
  'SRV-2': [limitedBy('contact.first')],
  'SRV-3': [gate('requestDescriptionGate')],
  'SRV-4': [planned.record('service request at intake')],
  'SRV-5': [serviceRequest],
  'SRV-6': [serviceRequest],
  'SRV-7': [planned.stage('assignment by nature and urgency')],
  'SRV-8': [serviceRequest],
  'SRV-9': [gate('planAgreedGate')],
  'SRV-10': [planned.record('progress told to the customer')],
  'SRV-11': [
    inForce.within('services/after-sales/src/complaint', ['acceptByAdministration']),
    gate('delayExplainedGate'),
  ],
  'SRV-12': [
    inForce.record('HandlingAttempt.rootCause', ['handleComplaint']),
    planned.record('root cause of a service request'),
  ],
  'SRV-13': [inForce.within('services/after-sales/src/complaint', ['closeComplaint']), gate('resultConfirmedGate')],
  'SRV-14': [planned.record('kind of service')],
  'SRV-15': [planned.record('service record')],
  'SRV-16': [planned.record('service standard with its time points')],
  'SRV-17': [planned.record('service standard as it was published, and where')],
  'SRV-18': [planned.record('service commitment')],
  'SRV-19': [planned.stage('coordination of departments')],
  'SRV-20': [planned.record("service's share in an upgrade")],
  'SRV-21': [],
  'SRV-22': [planned.record('service information, encrypted and chained')],
  'SRV-23': [],
}
