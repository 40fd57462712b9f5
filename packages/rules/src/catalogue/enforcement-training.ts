import type { FamilyEnforcements } from './enforcement.ts'
import { computed, gate, planned } from './enforcement-forms.ts'
import type { trainingRules } from './rules-training.ts'

/** How training and competence are enforced. Each topic is renewed after its interval (C24). */
export const trainingEnforcements: FamilyEnforcements<typeof trainingRules> = {
  'TRN-1': [computed.job('training of sales staff', 'YEARLY'), planned.record('training of sales staff')],
  'TRN-2': [computed.job('training of service staff', 'YEARLY'), planned.record('training of service staff')],
  'TRN-3': [gate('competenceGate'), computed.record('medical training with its test', 'competenceGate')],
  'TRN-4': [computed.job('assessment of skills and needs', 'YEARLY')],
  'TRN-5': [planned.record('topics that a role must know')],
  'TRN-6': [gate('competenceGate')],
}
