import type {
  AttestationEnforcement,
  GateEnforcement,
  GateName,
  JobEnforcement,
  JobInterval,
  KpiEnforcement,
  NamedGate,
  RecordEnforcement,
  StageEnforcement,
  TimerEnforcement,
} from './enforcement.ts'
import type { DeadlineKey } from './entry.ts'
import type { KpiId } from './kpis.ts'

/** A gate of this package, with a limit of its own where it has one. Who asks it, the commands of the services say. */
export function gate(by: GateName, deadline?: DeadlineKey): NamedGate {
  return { kind: 'GATE', by, ...(deadline === undefined ? {} : { deadline }) }
}

/** What running services ask. */
export const inForce = {
  /** What the part of the platform at a path refuses by itself. */
  within: (within: string, commands: readonly string[] = []): GateEnforcement => ({
    kind: 'GATE',
    standing: 'IN_FORCE',
    within,
    commands,
  }),
  record: (record: string, commands: readonly string[] = [], checkedBy?: GateName): RecordEnforcement => ({
    kind: 'RECORD',
    standing: 'IN_FORCE',
    record,
    commands,
    ...(checkedBy === undefined ? {} : { checkedBy }),
  }),
  stage: (lifeCycle: string, commands: readonly string[], table?: string): StageEnforcement => ({
    kind: 'STAGE',
    standing: 'IN_FORCE',
    lifeCycle,
    commands,
    ...(table === undefined ? {} : { table }),
  }),
  /** A job whose runs a service expects and measures. */
  job: (job: string, interval: JobInterval, deadline: DeadlineKey): JobEnforcement => ({
    kind: 'JOB',
    standing: 'IN_FORCE',
    job,
    interval,
    deadline,
  }),
}

/** What this package decides or computes, while no service asks it. */
export const computed = {
  record: (record: string, checkedBy: GateName): RecordEnforcement => ({
    kind: 'RECORD',
    standing: 'COMPUTED',
    record,
    commands: [],
    checkedBy,
  }),
  stage: (lifeCycle: string, table: string): StageEnforcement => ({
    kind: 'STAGE',
    standing: 'COMPUTED',
    lifeCycle,
    commands: [],
    table,
  }),
  /** A job whose expected and overdue runs this package tells, by a limit of its own where it has one (C25). */
  job: (job: string, interval: JobInterval, deadline?: DeadlineKey): JobEnforcement => ({
    kind: 'JOB',
    standing: 'COMPUTED',
    job,
    interval,
    ...(deadline === undefined ? {} : { deadline }),
  }),
}

/** What nothing computes yet. */
export const planned = {
  gate: (refuses: string): GateEnforcement => ({ kind: 'GATE', standing: 'PLANNED', refuses, commands: [] }),
  record: (record: string): RecordEnforcement => ({ kind: 'RECORD', standing: 'PLANNED', record, commands: [] }),
  stage: (lifeCycle: string): StageEnforcement => ({ kind: 'STAGE', standing: 'PLANNED', lifeCycle, commands: [] }),
  attestation: (zh: string, en: string): AttestationEnforcement => ({
    kind: 'ATTESTATION',
    standing: 'PLANNED',
    record: { zh, en },
    commands: [],
  }),
}

/** Limits that the ledgers of running services hold open. */
export const deadlinesInForce: ReadonlySet<DeadlineKey> = new Set<DeadlineKey>([
  'order.confirm',
  'order.delivery',
  'contract.sign',
  'complaint.verify',
  'complaint.opinion.quality',
  'complaint.opinion.other',
  'complaint.handle',
  'complaint.handover',
  'backup.daily',
])

/** KPIs that running services answer for in the graph. */
export const kpisInForce: ReadonlySet<KpiId> = new Set<KpiId>([
  'KPI-1',
  'KPI-3',
  'KPI-4',
  'KPI-9',
  'KPI-10',
  'KPI-13',
  'KPI-14',
  'KPI-15',
  'KPI-17',
  'KPI-23',
  'KPI-24',
  'KPI-30',
  'KPI-32',
  'KPI-40',
])

export function limitedBy(deadline: DeadlineKey): TimerEnforcement {
  return { kind: 'TIMER', standing: deadlinesInForce.has(deadline) ? 'IN_FORCE' : 'COMPUTED', deadline }
}

export function measuredBy(kpi: KpiId): KpiEnforcement {
  return { kind: 'KPI', standing: kpisInForce.has(kpi) ? 'IN_FORCE' : 'COMPUTED', kpi }
}
