import { type Bilingual, labelOfCommand, stageGate, type Violation } from '@afterline/rules'
import type { GraphQLResolveInfo } from 'graphql'
import { rolesOfMutation } from '../graphql/readers.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import type { AnyGraph } from './graph.ts'
import { mutationNameOf } from './mutations.ts'
import { openingRow } from './rows.ts'

export interface AvailableCommand {
  readonly mutation: string
  readonly label: Bilingual
  readonly isAvailable: boolean
  readonly whyNot: readonly Violation[]
}

/**
 * What the caller's roles may do with a record, and whether the record's stage allows it. The gates of a mutation ask more,
 * and of its input; what they refuse is told by the mutation itself.
 */
export async function availableCommandsOf(
  graph: AnyGraph,
  record: { readonly status: string },
  context: RequestContext,
  { schema }: Pick<GraphQLResolveInfo, 'schema'>,
): Promise<readonly AvailableCommand[]> {
  const { life, creates, commandNames } = graph.aggregate
  const opening = await openingRow(context, graph, record, context.principal.roles)
  return commandNames.flatMap((command) => {
    const mutation = mutationNameOf(graph, command)
    if (mutation === null || creates.includes(command)) return []
    if (!rolesOfMutation(schema, mutation).some((role) => opening.includes(role))) return []
    const whyNot = stageGate<string, string>(life, record.status, command)
    return [{ mutation, label: labelOfCommand(command), isAvailable: whyNot.length === 0, whyNot }]
  })
}
