import type { FamilyEnforcements } from './enforcement.ts'
import { computed, gate, inForce, limitedBy, planned } from './enforcement-forms.ts'
import type { customerRules } from './rules-customers.ts'

/** How file, qualification and communication are enforced. */
export const customerEnforcements: FamilyEnforcements<typeof customerRules> = {
  'CUS-1': [
    inForce.record('Customer', ['openCustomerFile', 'importCustomers']),
    inForce.within('services/orders/src/order', ['placeOrder']),
  ],
  'CUS-2': [inForce.record('Customer', ['openCustomerFile', 'importCustomers'])],
  'CUS-3': [
    inForce.record('Customer.contacts', ['addContactPerson']),
    inForce.record('Customer.needs', ['recordNeed']),
    inForce.record('Customer.orders', ['placeOrder']),
    inForce.record('Customer.complaints', ['receiveComplaint']),
    inForce.record('Customer.serviceHistory', ['handleComplaint', 'answerSurvey']),
    planned.record('repair, maintenance, communication and use of devices in the file'),
  ],
  'CUS-4': [
    gate('creditGate'),
    inForce.within('services/customers/src/customer', ['recordLicence', 'verifyLicence', 'investigateCredit']),
    gate('licenceRecordGate'),
  ],
  'CUS-5': [gate('licenceGate')],
  'CUS-6': [limitedBy('record.entry')],
  'CUS-7': [computed.job('file updated or confirmed', 'WEEKLY', 'file.update')],
  'CUS-8': [gate('needsGate')],
  'CUS-9': [planned.record('visit with its preparation')],
  'CUS-10': [computed.job('contact with each customer', 'QUARTERLY')],
  'CUS-11': [gate('projectContactsGate', 'project.contacts')],
  'CUS-12': [planned.record('pre-sales advice')],
  'CUS-13': [computed.job('contact with each user about the product', 'QUARTERLY')],
  'CUS-14': [planned.record('opinion that was asked for')],
  'CUS-15': [planned.record('contact with its channel')],
  'CUS-16': [planned.record('training of a customer')],
  'CUS-17': [inForce.record('Customer')],
}
