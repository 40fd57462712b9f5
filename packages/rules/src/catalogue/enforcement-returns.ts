import type { FamilyEnforcements } from './enforcement.ts'
import { computed, gate, planned } from './enforcement-forms.ts'
import type { returnRules } from './rules-returns.ts'

const goodsBack = computed.stage('return', 'returnStages')

/** How returns, warranty and claims on suppliers are enforced. */
export const returnEnforcements: FamilyEnforcements<typeof returnRules> = {
  'RET-1': [gate('unconditionalReturnGate')],
  'RET-2': [goodsBack, gate('lossBearingGate')],
  'RET-3': [goodsBack],
  'RET-4': [gate('unconditionalReturnGate')],
  'RET-5': [planned.stage('repair by the supplier')],
}
