import type { GateName } from '@afterline/rules'
import { mutationNameOf } from '@afterline/service-kit'
import type { ServiceGraphs } from './service-graphs.ts'

/** A command with the gates that it says it asks. */
export interface NamingCommand {
  readonly command: string
  /** As the graph calls it; `null` for a command that no mutation gives. */
  readonly mutation: string | null
  readonly gates: readonly GateName[]
}

export interface NamingAggregate {
  /** Where it is declared, such as `services/orders/src/order`. */
  readonly folder: string
  /** In the order of their declaration; those that name no gate are among them. */
  readonly commands: readonly NamingCommand[]
}

export function namingAggregates(services: readonly ServiceGraphs[]): readonly NamingAggregate[] {
  return services.flatMap(({ context, graphs }) =>
    graphs.map((graph) => ({
      // The folder of an aggregate has the name of its category.
      folder: `services/${context}/src/${graph.aggregate.category}`,
      commands: graph.aggregate.commandNames.map((command) => ({
        command,
        mutation: mutationNameOf(graph, command),
        gates: graph.aggregate.commands[command]?.gates ?? [],
      })),
    })),
  )
}

/** For each gate that some command asks, by name or within a gate that it names, the mutations that ask it. */
export type GateAskers = ReadonlyMap<string, readonly string[]>

/** @param within the gates that a gate asks itself */
export function askersOf(
  aggregates: readonly NamingAggregate[],
  within: (gate: string) => readonly string[],
): GateAskers {
  const askers = new Map<string, readonly string[]>()
  for (const { mutation, gates } of aggregates.flatMap(({ commands }) => commands)) {
    for (const gate of withThoseWithin(gates, within)) {
      askers.set(gate, [...(askers.get(gate) ?? []), ...(mutation === null ? [] : [mutation])])
    }
  }
  return askers
}

function withThoseWithin(gates: readonly string[], within: (gate: string) => readonly string[]): ReadonlySet<string> {
  const all = new Set(gates)
  // A set tells also what is added while it is read.
  for (const gate of all) for (const inner of within(gate)) all.add(inner)
  return all
}
