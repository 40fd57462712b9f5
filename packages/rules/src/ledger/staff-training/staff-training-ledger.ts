import type { Role } from '../../catalogue/index.ts'
import type { Instant } from '../../primitives/instant.ts'
import { responsibleScopes } from '../act.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { type Stretch, stretchesFrom } from '../stretches.ts'
import { earliest, oneThing } from '../timing.ts'
import type { RequiredTopic, StaffTrainingFactData } from './facts.ts'
import { heldRoleAt, type RoleMoment } from './role-moments.ts'
import { coverageAt, type TrainingResult } from './training-validity.ts'

/** The roles and trainings of one member of staff, as they are told. */
export interface StaffTrainingLedger {
  readonly moments: readonly RoleMoment[]
  readonly results: readonly TrainingResult[]
}

const isStaffTrainingFact = factGuard<StaffTrainingFactData>({
  RoleTaken: true,
  RequiredTopicsChanged: true,
  RoleLeft: true,
  TrainingPassed: true,
  TrainingFailed: true,
})

function recordStaffTraining(state: StaffTrainingLedger, fact: Fact): StaffTrainingLedger {
  if (!isStaffTrainingFact(fact)) return state
  const at = fact.occurredAt
  const withMoment = (moment: RoleMoment) => ({ ...state, moments: [...state.moments, moment] })
  const withResult = (result: TrainingResult) => ({ ...state, results: [...state.results, result] })
  switch (fact.type) {
    case 'RoleTaken': {
      const { personId, teamId, role, required } = fact.data
      return withMoment({ kind: 'TAKEN', at, personId, teamId, role, required: required.map(requiredOf) })
    }
    case 'RequiredTopicsChanged': {
      const { role, required } = fact.data
      return withMoment({ kind: 'CHANGED', at, role, required: required.map(requiredOf) })
    }
    case 'RoleLeft':
      return withMoment({ kind: 'LEFT', at, role: fact.data.role })
    case 'TrainingPassed': {
      const { topic, validUntil, zone } = fact.data
      return withResult({ topic, at, zone, hasPassed: true, validUntil })
    }
    case 'TrainingFailed': {
      const { topic, zone } = fact.data
      return withResult({ topic, at, zone, hasPassed: false, validUntil: null })
    }
  }
}

function requiredOf({ topic, intervalMonths }: RequiredTopic): RequiredTopic {
  return { topic, intervalMonths }
}

/**
 * KPI-33: of the staff in a role, those with every required training valid and its test passed (TRN-1, TRN-2, TRN-3), as
 * a state. Who is in several roles counts in each. A role for which nothing is required says nothing about training and
 * counts nowhere.
 */
function staffTrainingMeasurements({ moments, results }: StaffTrainingLedger): readonly Measurement[] {
  const roles = [...new Set(moments.map(({ role }) => role))].toSorted()
  return roles.flatMap((role) => {
    const ofRole = moments.filter((moment) => moment.role === role)
    const changes = [...ofRole, ...results].map(({ at }) => at)
    return stretchesFrom(changes).flatMap((stretch) => trainingState(role, stretch, ofRole, results))
  })
}

/** Between two facts nobody is trained anew; all that can happen is that a training runs out. */
function trainingState(
  role: Role,
  { since, until }: Stretch,
  moments: readonly RoleMoment[],
  results: readonly TrainingResult[],
): readonly Measurement[] {
  const held = heldRoleAt(moments, since)
  if (held === null || held.required.length === 0) return []
  const covered = held.required.map((required) => coverageAt(required, results, since))
  const isTrained = covered.every((coverage) => coverage !== null)
  const endsAt = covered.reduce<Instant | null>((first, coverage) => earliest(first, coverage?.endsAt ?? null), null)
  const state = oneThing('KPI-33', null, since, responsibleScopes(held.personId, held.teamId))
  const trained = { achievedAt: isTrained ? since : null, lostAt: isTrained ? endsAt : null }
  return [{ ...state, item: `${role}/${since}`, countsAt: null, ...trained, until }]
}

/** No limits; measures KPI-33. */
export const staffTrainingLedger: Ledger<StaffTrainingLedger> = {
  shape: 1,
  initial: { moments: [], results: [] },
  record: recordStaffTraining,
  timers: () => [],
  measurements: staffTrainingMeasurements,
}
