import type { GraphClient } from '@afterline/cli'

/** What portals read: a customer's file, the scorecard, the board of what is due. */

export interface Deadline {
  readonly key: string
  readonly stream: string
  readonly status: string
  readonly startedAt: string
  readonly dueAt: string
  readonly stoppedAt: string | null
  readonly explanation: {
    readonly countedMs: number
    readonly segments: readonly { readonly from: string; readonly to: string; readonly counted: boolean }[]
  }
}

interface List<Node> {
  readonly edges: readonly { readonly node: Node }[]
}

export interface CustomerFile {
  readonly organisation: string
  readonly serviceHistory: List<{ readonly kind: string }>
  readonly orders: List<{ readonly id: string; readonly deadlines: readonly Deadline[] }>
  readonly complaints: List<{ readonly id: string; readonly deadlines: readonly Deadline[] }>
}

const DEADLINE = `key stream status startedAt dueAt stoppedAt
  explanation { countedMs segments { from to counted reason { zh en } } }`

/** Customer 360°: one query over all four services. */
const CUSTOMER_FILE = `query File($id: ID!) {
  customer(id: $id) {
    organisation
    licences { number verifiedAt }
    credit { outcome }
    serviceHistory(first: 10) { edges { node { kind stream status result serviceScore } } }
    orders(first: 10) { edges { node {
      id status deadlines { ${DEADLINE} }
      shipments { isBuyerLicensed items { quantity lot { lotNumber } } }
    } } }
    complaints(first: 10) { edges { node {
      id status isWithAdministration order { id } lot { lotNumber } deadlines { ${DEADLINE} }
    } } }
    ratings(first: 10) { edges { node { serviceScore productScore } } }
  }
}`

export function readCustomerFile(graph: GraphClient, id: string): Promise<{ readonly customer: CustomerFile }> {
  return graph.query(CUSTOMER_FILE, { id })
}

export interface Figure {
  readonly id: string
  readonly part: string | null
  readonly scope: string
  readonly numerator: string
  readonly denominator: string
  readonly pending: number
}

const FIGURE = '{ id part scope numerator denominator pending value currency }'
const SCORECARD = `query Scorecard($scope: String, $asOf: Instant, $includes: Instant) {
  scorecard(from: "1970-01-01", to: "2100-01-01", scope: $scope, asOf: $asOf, includes: $includes) {
    sales ${FIGURE} service ${FIGURE} satisfaction ${FIGURE} safekeeping ${FIGURE}
  }
}`

/** Every figure since the beginning, with everything that was recorded up to now, by id and part: `KPI-1`, `KPI-17 complaint.verify`. */
export async function readScorecard(
  graph: GraphClient,
  query: { readonly scope?: string; readonly asOf?: string },
): Promise<ReadonlyMap<string, Figure>> {
  const answer = await graph.query<{ readonly scorecard: Readonly<Record<string, readonly Figure[]>> }>(SCORECARD, {
    ...query,
    includes: new Date().toISOString(),
  })
  const figures = Object.values(answer.scorecard).flat()
  return new Map(figures.map((figure) => [[figure.id, figure.part].filter(Boolean).join(' '), figure]))
}

const BOARD = `query Board($includes: Instant) {
  deadlineBoard(includes: $includes) { orders(first: 100) { edges { node { ${DEADLINE} } } } complaints(first: 100) { edges { node { ${DEADLINE} } } } }
}`

export async function readBoard(
  graph: GraphClient,
): Promise<{ readonly orders: readonly Deadline[]; readonly complaints: readonly Deadline[] }> {
  const { deadlineBoard } = await graph.query<{
    readonly deadlineBoard: { readonly orders: List<Deadline>; readonly complaints: List<Deadline> }
  }>(BOARD, { includes: new Date().toISOString() })
  const nodesOf = ({ edges }: List<Deadline>) => edges.map(({ node }) => node)
  return { orders: nodesOf(deadlineBoard.orders), complaints: nodesOf(deadlineBoard.complaints) }
}
