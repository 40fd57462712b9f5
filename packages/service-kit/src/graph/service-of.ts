import { globSync } from 'node:fs'
import { type Context, isPersonal } from '@afterline/events'
import { ledgerOf } from '@afterline/rules'
import type { GraphQLResolveInfo } from 'graphql'
import type { AggregateTypes } from '../aggregate/aggregate.ts'
import type { Shown } from '../aggregate/shown.ts'
import { deadlinesOfRecord } from '../bookkeeping/index.ts'
import { deadlineOf, mergedResolvers, type RequestContext, type Resolvers } from '../graphql/index.ts'
import type { Projection } from '../interfaces.ts'
import type { Kit } from '../kit.ts'
import type { ServiceDefinition } from '../service.ts'
import { createStaffDirectory, namesStaff, type StaffDirectory, type StaffSources } from '../staff/index.ts'
import { availableCommandsOf } from './available-commands.ts'
import { awaitingAfter } from './awaiting.ts'
import type { ComputedFields } from './computed.ts'
import type { AggregateGraph, AnyGraph } from './graph.ts'
import type { Followers } from './known-versions.ts'
import { type ListArguments, listOf, listWithin } from './lists.ts'
import { mutationsOf } from './mutations.ts'
import { platformResolvers } from './platform-resolvers.ts'
import type { OwnerOf } from './platform-rows.ts'
import { recordNumberOf } from './record-number.ts'
import type { RecordReference } from './record-reference.ts'
import { fieldsBesides, shownFields } from './record-sdl.ts'
import { find, load, loadDocument } from './records.ts'
import { modelOf } from './repository.ts'
import { inTheClear, shownFieldsResolvers } from './shown-fields.ts'
import { wholeCaseOf } from './whole-case.ts'
import { uncapitalised } from './words.ts'

/** A service as it is written down. */
export interface ServiceDeclaration {
  readonly context: Context
  /** The service's folder of sources: its schema files are found there. */
  readonly sources: URL
  readonly graphs: readonly AnyGraph[]
  /** Who follows a customer up: as a salesperson one sees the figures of own customers only. Needed where figures are kept. */
  readonly ownerOfCustomer?: OwnerOf
  /** Whose records of other services are, besides customers: a salesperson may ask for own ones to be known. */
  readonly ownersOf?: Followers['owners']
  /** Where the service learns who is on the staff. Needed where commands name members of staff. */
  readonly staff?: StaffSources
  /** What no aggregate answers for, such as imports. */
  readonly resolvers?: Resolvers
  readonly projections: readonly Projection[]
  /** See `ServiceDefinition`. */
  readonly routine?: ServiceDefinition['routine']
}

/** Puts a service together from its aggregates. */
export function serviceOf(
  { connection }: Pick<Kit, 'connection'>,
  {
    context,
    sources,
    graphs,
    ownerOfCustomer,
    ownersOf = {},
    staff: staffSources,
    resolvers = {},
    projections,
    routine,
  }: ServiceDeclaration,
): ServiceDefinition {
  // Models before the store makes the indexes of all that there are.
  for (const graph of graphs) modelOf(graph, connection)
  if (staffSources === undefined) refuseNamingStaff(graphs)
  const owners = { ...(ownerOfCustomer && { customer: ownerOfCustomer }), ...ownersOf }
  const staff = staffSources === undefined ? null : createStaffDirectory(connection, staffSources)
  return {
    context,
    schemaFiles: schemaFilesIn(sources),
    resolvers: awaitingAfter(
      { context, graphs, projections, owners },
      mergedResolvers(
        ...graphs.map((graph) => resolversOf(graph, staff)),
        platformResolvers(context, { graphs, ownerOfCustomer }),
        resolvers,
      ),
    ),
    projections,
    staff,
    aggregates: graphs.map(({ stored }) => stored),
    ...(routine === undefined ? {} : { routine }),
  }
}

/** @throws Error for a command that names members of staff in a service that knows none: anybody would pass for one */
function refuseNamingStaff(graphs: readonly AnyGraph[]): void {
  for (const { aggregate } of graphs) {
    for (const command of aggregate.commandNames) {
      const { data = {}, roles = [] } = aggregate.commands[command] ?? {}
      // What only the platform does names whom a record names already.
      if (!roles.includes('SYSTEM') && namesStaff(data))
        throw new Error(`${command} names staff that nobody knows here`)
    }
  }
}

function schemaFilesIn(sources: URL): readonly URL[] {
  return globSync('**/*.graphql', { cwd: sources })
    .toSorted()
    .map((file) => new URL(file.replaceAll('\\', '/'), sources))
}

/** What an aggregate answers: what was derived from its declaration, and what it says itself. */
function resolversOf(graph: AnyGraph, staff: StaffDirectory | null): Resolvers {
  const { type, lists, resolvers = {} } = graph
  const derived = {
    Query: {
      [uncapitalised(type)]: (_: unknown, { id }: RecordReference, context: RequestContext) => find(context, graph, id),
      ...Object.fromEntries(Object.keys(lists).map((list) => [list, listResolver(graph, list)])),
    },
    Mutation: { ...mutationsOf(graph, staff), ...wholeCaseOf(graph, staff) },
    [type]: { ...recordResolvers(graph), ...resolversIn(graph.fields) },
    ...valueResolvers(graph),
  }
  return mergedResolvers(keptFieldsOf(graph), derived, ...listsWithin(graph), resolvers)
}

function keptFieldsOf(graph: AnyGraph): Resolvers {
  const besides = Object.entries(fieldsBesides(graph))
  return mergedResolvers(
    ...[[graph.type, shownFields(graph)] as const, ...besides].map((each) => shownFieldsResolvers(...each)),
  )
}

function valueResolvers({ valueFields = {} }: AnyGraph): Resolvers {
  return Object.fromEntries(Object.entries(valueFields).map(([type, fields]) => [type, resolversIn(fields)]))
}

function resolversIn(fields: ComputedFields<never> = {}) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { schema, resolve }]) => [
      name,
      isPersonal(schema) ? inTheClear(resolve) : resolve,
    ]),
  )
}

/** Lists within records of other types: what belongs to each of them. */
function listsWithin(graph: AnyGraph): readonly Resolvers[] {
  return Object.entries(graph.lists).flatMap(([list, { of = {} }]) =>
    Object.entries(of).map(([type, part]) => ({
      [type]: {
        [part.as ?? list]: ({ id }: RecordReference, args: ListArguments, context: RequestContext) =>
          listWithin(context, graph, list, part, id, args),
      },
    })),
  )
}

function listResolver<T extends AggregateTypes>(graph: AggregateGraph<T>, list: string) {
  return (_: unknown, args: ListArguments, context: RequestContext) => listOf(context, graph, list, args)
}

function deadlinesResolver(graph: AnyGraph) {
  const { category } = graph.aggregate
  return async ({ id }: RecordReference, _: object, context: RequestContext) => {
    const document = await loadDocument(context, graph, id)
    const { policies, now } = context.kit
    return deadlinesOfRecord(policies, { category, id, ledger: document?.ledger ?? null }, now()).map(deadlineOf)
  }
}

function recordResolvers(graph: AnyGraph) {
  const { category } = graph.aggregate
  return {
    __resolveReference: ({ id }: RecordReference, context: RequestContext) => load(context, graph, id),
    number: ({ id }: RecordReference) => recordNumberOf(category, id),
    ...(ledgerOf(category) === null ? {} : { deadlines: deadlinesResolver(graph) }),
    availableCommands: (
      shown: Shown<{ readonly status: string }>,
      _: object,
      context: RequestContext,
      info: GraphQLResolveInfo,
    ) => availableCommandsOf(graph, shown, context, info),
  }
}
