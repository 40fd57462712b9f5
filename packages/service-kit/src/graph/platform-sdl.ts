import { readFileSync } from 'node:fs'
import type { Context } from '@afterline/events'
import { kpis } from '@afterline/rules'
import { figuresOf, PLATFORM_OWNER, platformParts } from './platform-parts.ts'

/** What every subgraph adds to operations, scorecard and deadline board; its owner adds the queries, too. */
export function platformSdl(context: Context, categories: readonly string[]): string {
  return [
    operationsSdl(context, categories),
    scorecardSdl(context),
    ...boardSdl(context),
    ...(context === PLATFORM_OWNER
      ? [readFileSync(new URL('./platform-queries.graphql', import.meta.url), 'utf8')]
      : []),
  ].join('\n')
}

function operationsSdl(context: Context, categories: readonly string[]): string {
  const { suffix } = platformParts[context]
  return `"What operators look after; every subgraph adds its own part."
type Operations @key(fields: "id") @auth(audience: OPERATIONS_READERS) {
  id: ID!
  "Streams that a consumer of this subgraph has parked, in a stable order."
  parkedIn${suffix}(first: Int = 20, after: String): ParkedStreamConnection
  "The rebuild of this subgraph's documents, limits and figures that is under way, else the last one."
  rebuildIn${suffix}: Rebuild
}

type Mutation {
  "Has the running consumer apply the parked event again, and then what waits behind it."
  retryParkedIn${suffix}(
    "As ParkedStream names it."
    consumer: String!
    "As ParkedStream names it."
    stream: String!
  ): RetryResult! @auth(roles: [OPERATOR])
  """
  Has the running service make anew, from its events, what it keeps besides them, while it serves. While a rebuild is under
  way this joins it.
  """
  rebuild${suffix}("Only streams of one kind: ${categories.join(', ')}; all when left out." category: String): Rebuild!
    @auth(roles: [OPERATOR])
}
`
}

function scorecardSdl(context: Context): string {
  const { figures } = platformParts[context]
  const named = figuresOf(context).map((id) => {
    const name = kpis.find((kpi) => kpi.id === id)?.name.en ?? id
    return `${name} (${id})`
  })
  return `"Key figures over a period, as of an instant. Every subgraph adds the figures that it keeps."
type Scorecard @key(fields: "id") @auth(audience: SCORECARD_READERS) {
  "Holds the whole question, so that it can be asked again."
  id: ID!
  "${named.join(', ')}."
  ${figures}: [KpiValue!]
  """
  Everything that was recorded up to this instant is counted in ${figures}, but for what was being written at the moment of
  the question, and for streams that are set aside.
  """
  ${figures}CountedTo: Instant
}
`
}

function boardSdl(context: Context): readonly string[] {
  const { board } = platformParts[context]
  if (board === null) return []
  return [
    `"Open limits. Every subgraph adds those of its own records."
type DeadlineBoard @key(fields: "id") @auth(audience: OVERVIEW_READERS) {
  "Holds the filter, so that every subgraph can apply it."
  id: ID!
  "${board.description}"
  ${board.field}(first: Int = 20, after: String): DeadlineConnection
}
`,
  ]
}
