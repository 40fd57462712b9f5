import type { Violation } from '@afterline/rules'
import type { RequestContext } from '../graphql/request-context.ts'
import { TAKEN_BY } from '../store/index.ts'
import type { AnyGraph } from './graph.ts'
import { load } from './records.ts'

/** Which record has a value that another one wants is told to those who may see that record. */
export async function withoutHidden(
  context: RequestContext,
  graph: AnyGraph,
  violations: readonly Violation[],
): Promise<readonly Violation[]> {
  return Promise.all(
    violations.map(async (violation) => {
      const { [TAKEN_BY]: holder, ...facts } = violation.facts
      if (typeof holder !== 'string' || (await load(context, graph, holder)) !== null) return violation
      return { ...violation, facts }
    }),
  )
}
