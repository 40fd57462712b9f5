import { type Enforcement, enforcementsOf, type NamedGate, type RuleId } from '@afterline/rules'
import type { GateAskers } from './gates-named.ts'

/** A gate with who asks it: it is in force where a command of a service does. */
export interface StandingGate extends NamedGate {
  readonly standing: 'IN_FORCE' | 'COMPUTED'
  /** Mutations of the graph. */
  readonly commands: readonly string[]
}

/** One way in which a rule takes effect, with how far it has come. */
export type StandingEnforcement = Exclude<Enforcement, NamedGate> | StandingGate

/** The enforcements of a rule, as they stand. */
export type Standings = (rule: RuleId) => readonly StandingEnforcement[]

/** What the catalogue states, and of each gate what the commands of the services name. */
export function standingsBy(askers: GateAskers): Standings {
  return (rule) => enforcementsOf(rule).map((enforcement) => standingOf(enforcement, askers))
}

function standingOf(enforcement: Enforcement, askers: GateAskers): StandingEnforcement {
  if ('standing' in enforcement) return enforcement
  const commands = askers.get(enforcement.by)
  return { ...enforcement, standing: commands === undefined ? 'COMPUTED' : 'IN_FORCE', commands: commands ?? [] }
}
