import type { FamilyEnforcements } from './enforcement.ts'
import { computed, gate, inForce, limitedBy, planned } from './enforcement-forms.ts'
import type { contractRules } from './rules-contracts.ts'

const orderSteps = [
  'placeOrder',
  'confirmOrder',
  'rejectOrder',
  'startProduction',
  'reportGoodsReady',
  'checkOutbound',
  'shipGoods',
  'reportDelivery',
  'cancelOrder',
] as const

const contractSteps = [
  'draftContract',
  'reviseContract',
  'submitForReview',
  'approveContract',
  'returnContract',
  'adoptTemplate',
  'signContract',
  'activateContract',
  'amendContract',
  'closeContract',
  'terminateContract',
] as const

const opportunity = computed.stage('opportunity', 'opportunityStages')
const contract = inForce.stage('contract', contractSteps, 'contractStages')

/** How the sales process, quotes and contracts are enforced. */
export const contractEnforcements: FamilyEnforcements<typeof contractRules> = {
  'OPP-1': [inForce.stage('order', orderSteps, 'orderStages'), opportunity, contract],
  'OPP-2': [inForce.stage('order', orderSteps, 'orderStages'), opportunity, contract],
  'OPP-3': [planned.stage('classes and follow-up of opportunities')],
  'OPP-4': [planned.record('stage that an opportunity reached, told to the sales manager')],
  'QUO-1': [computed.record('quote with product information and delivery cycle', 'quoteGate')],
  'QUO-2': [gate('orderAccuracyGate'), gate('namedDeviationGate'), gate('quoteGate')],
  'CON-1': [
    inForce.record('Contract.companyTerms', ['draftContract', 'reviseContract', 'signContract'], 'contractSigningGate'),
    limitedBy('contract.sign'),
  ],
  'CON-2': [gate('contractClausesGate')],
  'CON-3': [gate('contractReviewGate'), gate('legalReviewGate')],
  'CON-4': [gate('amendmentGate')],
  'CON-5': [contract, gate('tailoredProductsGate')],
  'CON-6': [gate('contractClausesGate')],
  'CON-7': [planned.record('sales papers of a customer, complete')],
  'CON-8': [gate('commitmentGate')],
}
