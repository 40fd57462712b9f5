import type { TransitionTable } from './transitions.ts'

export type ImprovementStage =
  | 'UNFOUND'
  | 'FOUND'
  | 'STUDIED'
  | 'MEASURE_PROPOSED'
  | 'APPROVED'
  | 'EXECUTING'
  | 'VERIFIED_EFFECTIVE'
  | 'INEFFECTIVE'
  | 'CLOSED'

export type ImprovementCommandName =
  | 'RecordFinding'
  | 'StudyFinding'
  | 'ProposeMeasure'
  | 'SendBack'
  | 'ApproveMeasure'
  | 'StartExecution'
  | 'VerifyEffective'
  | 'FindIneffective'
  | 'CloseAction'

/** IMP-2. A measure that was not approved goes back to the study; one that did not work may be followed by another. */
export const improvementStages: TransitionTable<ImprovementStage, ImprovementCommandName> = {
  name: { zh: '改进措施', en: 'improvement action' },
  rule: 'IMP-2',
  initial: 'UNFOUND',
  transitions: {
    UNFOUND: { RecordFinding: 'FOUND' },
    FOUND: { StudyFinding: 'STUDIED' },
    STUDIED: { ProposeMeasure: 'MEASURE_PROPOSED' },
    MEASURE_PROPOSED: { ApproveMeasure: 'APPROVED', SendBack: 'STUDIED' },
    APPROVED: { StartExecution: 'EXECUTING' },
    EXECUTING: { VerifyEffective: 'VERIFIED_EFFECTIVE', FindIneffective: 'INEFFECTIVE' },
    VERIFIED_EFFECTIVE: { CloseAction: 'CLOSED' },
    INEFFECTIVE: { ProposeMeasure: 'MEASURE_PROPOSED', CloseAction: 'CLOSED' },
    CLOSED: {},
  },
}
