import type { TProperties } from '@afterline/events'
import { labelOfCommand } from '@afterline/rules'
import { type CommandDeclaration, definitionOf } from '../aggregate/commands.ts'
import type { ComputedFields } from './computed.ts'
import type { AnyGraph } from './graph.ts'
import { type Definition, type FieldsBesides, fieldsSdl, quoted, recordsIn, stagesSdl, valuesSdl } from './value-sdl.ts'
import { uncapitalised } from './words.ts'

/** A record's type, and the enum of its stages. */
export function recordSdl(graph: AnyGraph): readonly string[] {
  const { type, says, audience } = graph
  const auth = audience === undefined ? '' : ` @auth(audience: ${audience})`
  const status = `${type}Status`
  const stages = stagesSdl(graph.aggregate.life, status)
  const stage = stages === null ? '' : `  "How far it has come."\n  status: ${status}!\n`
  return [
    ...(stages === null ? [] : [stages]),
    `${quoted(says)}\ntype ${type} @key(fields: "id")${auth} {\n  id: ID!\n${stage}${fieldsSdl(shownFields(graph), 'SHOWN')}}\n`,
  ]
}

/** The mutations of the commands that the aggregate declares, and the input of each. */
export function commandsSdl(graph: AnyGraph): readonly string[] {
  const declared = declaredCommands(graph)
  if (declared.length === 0) return []
  const mutations = declared.map(([name, { makes, roles }]) => {
    const field = `${uncapitalised(name)}(entry: Entry!, input: ${name}Input!): ${graph.type}Payload!`
    const { zh, en } = labelOfCommand(name)
    const { summary } = definitionOf(graph.aggregate.category, makes)
    return `  ${quoted(`${en} (${zh}). ${summary}`)}\n  ${field} @auth(roles: [${roles.join(', ')}])\n`
  })
  return [
    `type Mutation {\n${mutations.join('')}}\n`,
    ...declared.map(([name, command]) => inputSdl(graph, name, command)),
  ]
}

/** What the type and the inputs are made of, each by name. @throws Error for fields of a value that no record holds */
export function recordValuesSdl(graph: AnyGraph): readonly Definition[] {
  const besides = fieldsBesides(graph)
  const shown = valuesSdl(shownFields(graph), 'SHOWN', besides)
  const unknown = Object.keys(besides).filter((type) => !shown.some(([name]) => name === type))
  if (unknown.length > 0) throw new Error(`${graph.type} holds no ${unknown.join(', ')}`)
  return [...shown, ...declaredCommands(graph).flatMap(([, { data }]) => valuesSdl(data, 'ENTERED'))]
}

/** The types of other records to which a record leads. */
export function recordsOf(graph: AnyGraph): readonly string[] {
  return recordsIn(shownFields(graph), fieldsBesides(graph))
}

function declaredCommands({ aggregate, mutations }: AnyGraph): readonly (readonly [string, CommandDeclaration])[] {
  const commands: Readonly<Record<string, CommandDeclaration>> = aggregate.commands
  return Object.entries(commands).filter(([name]) => mutations[name] !== null)
}

/** Those of the state as the aggregate keeps it, but for the id, which every record shows as `id`; then those of the graph. */
export function shownFields({ aggregate, fields = {} }: AnyGraph): TProperties {
  const { [ownIdOf(aggregate)]: _, ...own }: TProperties = aggregate.state
  return { ...own, ...schemasOf(fields) }
}

/** Those of values within the record that are not kept, by the type of the value. */
export function fieldsBesides({ valueFields = {} }: AnyGraph): FieldsBesides {
  return Object.fromEntries(Object.entries(valueFields).map(([type, fields]) => [type, schemasOf(fields)]))
}

function schemasOf(fields: ComputedFields<never>): TProperties {
  return Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema]))
}

function inputSdl({ aggregate }: AnyGraph, name: string, { data }: CommandDeclaration): string {
  const { life, creates } = aggregate
  const ownId = ownIdOf(aggregate)
  const { [ownId]: _, ...entered } = data
  const stages = Object.entries(life.transitions).flatMap(([stage, legal]) =>
    Object.hasOwn(legal, name) ? [stage] : [],
  )
  const record = creates.includes(name) ? '' : `  "One with the status ${stages.join(' or ')}."\n  ${ownId}: ID!\n`
  return `"What ${uncapitalised(name)} asks for."\ninput ${name}Input {\n${record}${fieldsSdl(entered, 'ENTERED')}}\n`
}

function ownIdOf({ category }: AnyGraph['aggregate']): string {
  return `${category}Id`
}
