import { type Instant, laterOf } from '../../primitives/instant.ts'
import { responsibleScopes } from '../act.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from '../ledger.ts'
import { earliest, oneThing } from '../timing.ts'
import type { ProjectFactData, ProjectStartedData } from './facts.ts'

export interface StartedProject extends ProjectStartedData {
  readonly at: Instant
  readonly policyVersion: string
}

export interface TellingContact {
  readonly contactId: string
  readonly at: Instant
}

export interface ProjectLedger {
  readonly started: StartedProject | null
  /** Those that tell both site progress and opinion, each once. */
  readonly contacts: readonly TellingContact[]
  readonly closedAt: Instant | null
}

const isProjectFact = factGuard<ProjectFactData>({
  ProjectStarted: true,
  ProjectContactRecorded: true,
  ProjectClosed: true,
})

function recordProject(state: ProjectLedger, fact: Fact): ProjectLedger {
  if (!isProjectFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'ProjectStarted': {
      if (state.started !== null && state.started.at <= at) return state
      const { customerId, leadId, teamId } = fact.data
      return { ...state, started: { at, policyVersion: fact.policyVersion, customerId, leadId, teamId } }
    }
    case 'ProjectContactRecorded': {
      const { contactId, tellsSiteProgress, tellsOpinion } = fact.data
      if (!tellsSiteProgress || !tellsOpinion) return state
      return { ...state, contacts: withContact(state.contacts, { contactId, at }) }
    }
    case 'ProjectClosed':
      return { ...state, closedAt: earliest(state.closedAt, at) }
  }
}

function withContact(contacts: readonly TellingContact[], learned: TellingContact): readonly TellingContact[] {
  const known = contacts.find(({ contactId }) => contactId === learned.contactId)
  if (known === undefined) return [...contacts, learned]
  return contacts.map((contact) => (contact === known && learned.at < known.at ? learned : contact))
}

/** CUS-11: how many contacts the limit asks for is policy's to say; due at the close, and without a close never. */
function projectTimers({ started, contacts, closedAt }: ProjectLedger): readonly Timer[] {
  if (started === null) return []
  const { at: startedAt, policyVersion } = started
  // What was said before the project began is not of it.
  const occurrences = contacts.flatMap(({ at }) => (startedAt <= at ? [at] : [])).toSorted()
  return [
    {
      key: 'project.contacts',
      item: '',
      rule: 'CUS-11',
      startedAt,
      stoppedAt: null,
      voidedAt: null,
      dueAt: closedAt,
      policyVersion,
      occurrences,
    },
  ]
}

/** KPI-26: of the closed projects, in the period of closing, those with enough contacts by then. Later ones mend nothing. */
function projectMeasurements(project: ProjectLedger, reckoning: Reckoning): readonly Measurement[] {
  const { started, closedAt } = project
  if (started === null || closedAt === null) return []
  const { customerId, leadId, teamId } = started
  const scopes = [`customer:${customerId}`, ...responsibleScopes(leadId, teamId)]
  // Imported history may date the close before the start.
  const closed = { ...oneThing('KPI-26', null, laterOf(started.at, closedAt), scopes), countsAt: closedAt }
  return projectTimers(project).map((timer) => {
    const reachedAt = reckoning.stoppedAtOf(timer)
    return { ...closed, achievedAt: reachedAt !== null && reachedAt <= closedAt ? reachedAt : null }
  })
}

/** Limit CUS-11; measures KPI-26. */
export const projectLedger: Ledger<ProjectLedger> = {
  shape: 1,
  initial: { started: null, contacts: [], closedAt: null },
  record: recordProject,
  timers: projectTimers,
  measurements: projectMeasurements,
}
