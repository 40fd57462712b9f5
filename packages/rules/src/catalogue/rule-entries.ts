import { complaintRules } from './rules-complaints.ts'
import { contractRules } from './rules-contracts.ts'
import { customerRules } from './rules-customers.ts'
import { followUpRules } from './rules-follow-up.ts'
import { governanceRules } from './rules-governance.ts'
import { marketRules } from './rules-market.ts'
import { orderRules } from './rules-orders.ts'
import { returnRules } from './rules-returns.ts'
import { securityRules } from './rules-security.ts'
import { serviceRules } from './rules-service.ts'
import { targetRules } from './rules-targets.ts'
import { traceabilityRules } from './rules-traceability.ts'
import { trainingRules } from './rules-training.ts'

/** Every rule, in the order of the regulations' families, with the literal types that its ids are read from. */
export const everyRule = [
  ...governanceRules,
  ...customerRules,
  ...marketRules,
  ...contractRules,
  ...orderRules,
  ...traceabilityRules,
  ...targetRules,
  ...serviceRules,
  ...complaintRules,
  ...returnRules,
  ...followUpRules,
  ...trainingRules,
  ...securityRules,
] as const

export type RuleId = (typeof everyRule)[number]['id']
