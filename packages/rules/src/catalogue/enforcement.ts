import type { Bilingual } from '../primitives/bilingual.ts'
import type { DeadlineKey, RuleEntry } from './entry.ts'
import type { KpiId } from './kpis.ts'

/**
 * How far an enforcement has come. IN_FORCE: a running service asks it or measures it. COMPUTED: this package decides or
 * computes it, and no service asks it yet. PLANNED: nothing computes it yet.
 */
export const standings = ['IN_FORCE', 'COMPUTED', 'PLANNED'] as const
export type Standing = (typeof standings)[number]

/** How often a job runs where no policy of the company says otherwise; most regulations say only "regularly" (C25). */
export type JobInterval = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY'

/** Name of a function of this package that returns violations. */
export type GateName = `${string}Gate`

/** Names of mutations of the graph. Empty where no command is concerned, or none exists yet. */
type Commands = readonly string[]

/**
 * Refused by a function of this package. Which commands ask it, and so how far it has come, is told by the aggregates of the
 * services: their commands name their gates.
 */
export interface NamedGate {
  readonly kind: 'GATE'
  readonly by: GateName
  /** The limit by which the refused command is due, where it has one. */
  readonly deadline?: DeadlineKey
}

/** Refused by the part of the platform at a path of the repository, by what only that part can see. */
interface PlacedGate {
  readonly kind: 'GATE'
  readonly standing: 'IN_FORCE'
  readonly within: string
  readonly commands: Commands
}

interface PlannedGate {
  readonly kind: 'GATE'
  readonly standing: 'PLANNED'
  /** What is to be refused. */
  readonly refuses: string
  readonly commands: readonly []
}

export type GateEnforcement = NamedGate | PlacedGate | PlannedGate

export interface TimerEnforcement {
  readonly kind: 'TIMER'
  readonly standing: Standing
  readonly deadline: DeadlineKey
}

export interface RecordEnforcement {
  readonly kind: 'RECORD'
  readonly standing: Standing
  /** A type or field of the graph (`Customer.needs`), an event (`OrderConfirmed`), or words where there is neither. */
  readonly record: string
  readonly commands: Commands
  /** The gate that asks for the record's contents. */
  readonly checkedBy?: GateName
}

export interface StageEnforcement {
  readonly kind: 'STAGE'
  readonly standing: Standing
  /** Name of the life cycle that the stage belongs to. */
  readonly lifeCycle: string
  readonly commands: Commands
  /** The transition table that executes it. */
  readonly table?: string
}

/** Never written down: it follows from the rules that a KPI says it measures. */
export interface KpiEnforcement {
  readonly kind: 'KPI'
  readonly standing: Standing
  readonly kpi: KpiId
}

export interface JobEnforcement {
  readonly kind: 'JOB'
  readonly standing: Standing
  readonly job: string
  readonly interval: JobInterval
  /** The limit by which each run is due, where one has its own. */
  readonly deadline?: DeadlineKey
}

export interface AttestationEnforcement {
  readonly kind: 'ATTESTATION'
  readonly standing: Standing
  /** What people sign or acknowledge. */
  readonly record: Bilingual
  readonly commands: Commands
}

/** One way in which a rule takes effect. */
export type Enforcement =
  | GateEnforcement
  | TimerEnforcement
  | RecordEnforcement
  | StageEnforcement
  | KpiEnforcement
  | JobEnforcement
  | AttestationEnforcement

/** The enforcements of every rule of a family, its KPIs apart. A rule that only a KPI enforces has an empty list. */
export type FamilyEnforcements<Family extends readonly RuleEntry[]> = Readonly<
  Record<Family[number]['id'], readonly Exclude<Enforcement, KpiEnforcement>[]>
>
