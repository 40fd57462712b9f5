import { type Bilingual, labelOfCommand, stageGate, type Violation } from '@afterline/rules'
import type { GraphQLResolveInfo } from 'graphql'
import { mayUse, rolesOfMutation } from '../graphql/auth.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import type { AnyGraph } from './graph.ts'
import { mutationNameOf } from './mutations.ts'

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
export function availableCommandsOf(
  graph: AnyGraph,
  { status }: { readonly status: string },
  context: RequestContext,
  { schema }: Pick<GraphQLResolveInfo, 'schema'>,
): readonly AvailableCommand[] {
  const { life, creates, commandNames } = graph.aggregate
  return commandNames.flatMap((command) => {
    const mutation = mutationNameOf(graph, command)
    if (mutation === null || creates.includes(command)) return []
    if (!mayUse(context, rolesOfMutation(schema, mutation))) return []
    const whyNot = stageGate<string, string>(life, status, command)
    return [{ mutation, label: labelOfCommand(command), isAvailable: whyNot.length === 0, whyNot }]
  })
}
