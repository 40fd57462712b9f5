import type { FamilyEnforcements } from './enforcement.ts'
import { computed, gate, planned } from './enforcement-forms.ts'
import type { marketRules } from './rules-market.ts'

/** How market, channels, prices, promotion and stock are enforced. */
export const marketEnforcements: FamilyEnforcements<typeof marketRules> = {
  'MKT-1': [planned.stage('market study'), planned.record('market study')],
  'MKT-2': [planned.record('study of competitors')],
  'MKT-3': [planned.record('competitor with price, market share and service level')],
  'MKT-4': [planned.record('market position and marketing plan')],
  'MKT-5': [planned.record('promotion plan and channel strategy')],
  'MKT-6': [planned.attestation('产品宣传守则', 'signed code for promoting products')],
  'CHN-1': [planned.record('channel with the criteria of its choice')],
  'CHN-2': [],
  'CHN-3': [gate('platformGate')],
  'CHN-4': [gate('platformGate')],
  'CHN-5': [gate('listingGate')],
  'PRC-1': [gate('priceGate')],
  'PRC-2': [computed.job('price review', 'MONTHLY')],
  'PRM-1': [gate('promotionGate')],
  'PRM-2': [gate('promotionGate'), gate('promotionUseGate')],
  'STK-1': [],
  'STK-2': [],
  'STK-3': [],
}
