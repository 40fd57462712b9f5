import type { Connection } from 'mongoose'
import type { AggregateTypes, AnyCommandOf, StateOf } from '../aggregate/aggregate.ts'
import type { Repository } from '../interfaces.ts'
import type { Kit } from '../kit.ts'
import { defineAggregateModel } from '../store/index.ts'
import type { AggregateGraph } from './graph.ts'
import { indexesOf } from './lists.ts'
import { readingWithin } from './reading.ts'

/** The aggregate on this service's database, for the command bus. */
export function repositoryOf<T extends AggregateTypes>(
  graph: AggregateGraph<T>,
  kit: Kit,
): Repository<StateOf<T>, AnyCommandOf<T>, T['events'], T['lookUp']> {
  const { aggregate, lookUp, holds } = graph
  return {
    aggregate,
    model: modelOf(graph, kit.connection),
    creates: aggregate.creates,
    lookUp: async (command, state, reads) => lookUp?.(command, state, readingWithin(kit, reads)),
    holds,
  }
}

/** Its model, with the indexes that its lists need; defined once on a connection. */
export function modelOf<T extends AggregateTypes>(graph: AggregateGraph<T>, connection: Connection) {
  return (connection.models[graph.collection] ??
    defineAggregateModel(connection, graph.collection, indexesOf(graph))) as ReturnType<
    typeof defineAggregateModel<StateOf<T>>
  >
}
