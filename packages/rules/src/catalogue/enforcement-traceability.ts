import type { FamilyEnforcements } from './enforcement.ts'
import { computed, gate, inForce, limitedBy, planned } from './enforcement-forms.ts'
import type { traceabilityRules } from './rules-traceability.ts'

const salesRecord = inForce.record('SalesRecord', ['shipGoods'], 'salesRecordGate')

/** How sales records, retention, quality and recall are enforced. */
export const traceabilityEnforcements: FamilyEnforcements<typeof traceabilityRules> = {
  'TRC-1': [salesRecord],
  'TRC-2': [salesRecord, gate('salesRecordGate'), inForce.within('services/orders/src/lot', ['receiveLot'])],
  'TRC-3': [salesRecord],
  'TRC-4': [
    salesRecord,
    inForce.within('services/orders/src/order', ['placeOrder', 'confirmOrder', 'checkOutbound', 'shipGoods']),
  ],
  'TRC-5': [computed.job('purge of what may be purged', 'DAILY', 'retention.record'), gate('purgeGate')],
  'TRC-6': [computed.job('purge of what may be purged', 'DAILY', 'retention.record'), gate('purgeGate')],
  'TRC-7': [
    inForce.record('Lot.shipments'),
    computed.record('sales record fit for an inspection', 'inspectionRecordGate'),
  ],
  'TRC-8': [planned.gate('sale of a specially controlled product outside the national rules')],
  'QLT-1': [gate('lotGate')],
  'QLT-2': [planned.stage('quality tracking'), limitedBy('adverseEvent.death'), limitedBy('adverseEvent.injury')],
  'QLT-3': [computed.job('quality inspection of products', 'QUARTERLY')],
  'QLT-4': [gate('lotGate'), inForce.within('services/orders/src/lot', ['decideLotQuality'])],
  'QLT-5': [planned.record('quality regulation of the company')],
  'RCL-1': [
    limitedBy('recall.notify'),
    limitedBy('recall.notify.class1'),
    limitedBy('recall.notify.class2'),
    limitedBy('recall.notify.class3'),
    computed.stage('recall', 'recallStages'),
  ],
}
