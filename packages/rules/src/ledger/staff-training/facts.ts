import type { Role } from '../../catalogue/index.ts'
import type { LocalDate, TimeZone } from '../../primitives/local-date.ts'

/** What somebody in a role must be trained in. A new version of a product is a topic of its own (C24). */
export interface RequiredTopic {
  readonly topic: string
  /** How long a training lasts from the day it was held; `null` where only the training's own end counts. */
  readonly intervalMonths: number | null
}

export interface RoleTakenData {
  readonly personId: string
  readonly teamId: string | null
  readonly role: Role
  /** None where the company asks for no training in the role. */
  readonly required: readonly RequiredTopic[]
}

export interface RequiredTopicsChangedData {
  readonly role: Role
  /** All that is required from now on. */
  readonly required: readonly RequiredTopic[]
}

export interface RoleLeftData {
  readonly role: Role
}

export interface TrainingPassedData {
  readonly topic: string
  /** The last day on which it counts, inclusive; `null` where none was set. */
  readonly validUntil: LocalDate | null
  /** Whose days are counted. */
  readonly zone: TimeZone
}

export interface TrainingFailedData {
  readonly topic: string
  readonly zone: TimeZone
}

/** One stream per member of staff. */
export interface StaffTrainingFactData {
  /** Taken again while it is held, it has changed its team or its topics. */
  readonly RoleTaken: RoleTakenData
  readonly RequiredTopicsChanged: RequiredTopicsChangedData
  readonly RoleLeft: RoleLeftData
  /** The training was attended and its test passed; occurs with the test. */
  readonly TrainingPassed: TrainingPassedData
  readonly TrainingFailed: TrainingFailedData
}
