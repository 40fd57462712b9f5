import { randomUUID } from 'node:crypto'
import type { GraphClient } from '@afterline/cli'
import type { Channel } from './carrier.ts'
import type { Failure, Invitation } from './invitation.ts'

export type Outcome =
  | { readonly channel: Channel; readonly contactId: string; readonly reference: string | null }
  | { readonly channel: Channel | null; readonly failure: Failure }

/** What the process asks of the graph, and tells it. */
export interface InvitationDesk {
  /** All that were not delivered yet, oldest first. */
  open(): AsyncIterable<Invitation>
  /** False where there is nothing to record any more: it was delivered or answered meanwhile. */
  record(surveyId: string, outcome: Outcome): Promise<boolean>
}

interface InvitationPage {
  readonly openInvitations: {
    readonly edges: readonly { readonly cursor: string; readonly node: Invitation }[]
    readonly pageInfo: { readonly hasNextPage: boolean }
  }
}

const OPEN = `query OpenInvitations($after: String) {
  openInvitations(first: 50, after: $after) {
    edges { cursor node { id token sending delivery { failure } customer { contacts { id email phone } } } }
    pageInfo { hasNextPage }
  }
}`
const RECORD = `mutation RecordDelivery($entry: Entry!, $input: RecordDeliveryInput!) {
  recordDelivery(entry: $entry, input: $input) { violations { rule } }
}`

export function invitationDesk(graph: GraphClient): InvitationDesk {
  return {
    async *open() {
      for (let after: string | null = null; ; ) {
        const { openInvitations: page }: InvitationPage = await graph.query<InvitationPage>(OPEN, { after })
        for (const { node } of page.edges) yield node
        if (!page.pageInfo.hasNextPage) return
        after = page.edges.at(-1)?.cursor ?? null
      }
    },
    async record(surveyId, outcome) {
      const variables = { entry: { idempotencyKey: randomUUID() }, input: { surveyId, ...outcome } }
      const { recordDelivery } = await graph.query<{ recordDelivery: { violations: readonly object[] } }>(
        RECORD,
        variables,
      )
      return recordDelivery.violations.length === 0
    },
  }
}
