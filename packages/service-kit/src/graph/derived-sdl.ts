import { type Context, categories } from '@afterline/events'
import { ledgerOf } from '@afterline/rules'
import type { Audience } from '../graphql/index.ts'
import type { AnyGraph, ListDeclaration } from './graph.ts'
import { changedSince, ordersOf, RECENTLY_CHANGED } from './lists.ts'
import { platformSdl } from './platform-sdl.ts'
import { commandsSdl, recordSdl, recordsOf, recordValuesSdl } from './record-sdl.ts'
import { quoted } from './value-sdl.ts'
import { wholeCaseSdl } from './whole-case-sdl.ts'
import { capitalised, uncapitalised } from './words.ts'

const HEADER =
  '# Derived from the declarations of the aggregates: `npm run fix` writes it, `npm run check` compares it.\n'

/** The part of a subgraph's schema that follows from what its aggregates declare. */
export function derivedSdl(context: Context, graphs: readonly AnyGraph[]): string {
  return [
    HEADER,
    ...graphs.map(sdlOf),
    ...valuesOf(graphs),
    ...foreignTypes(graphs),
    platformSdl(context, categoriesOf(graphs)),
  ].join('\n')
}

/** Types of other subgraphs: those that this one adds lists to, and those that it only leads to. Their own describe them. */
function foreignTypes(graphs: readonly AnyGraph[]): readonly string[] {
  const own = new Set(graphs.map(({ type }) => type))
  const added = new Set(graphs.flatMap(({ lists }) => Object.values(lists).flatMap(({ of = {} }) => Object.keys(of))))
  return [...new Set([...added, ...graphs.flatMap(recordsOf)]).difference(own)]
    .toSorted()
    .map((type) => `type ${type} @key(fields: "id"${added.has(type) ? '' : ', resolvable: false'}) {\n  id: ID!\n}\n`)
}

/** Each once, whichever records hold such values. @throws Error for a name that stands for two different ones */
function valuesOf(graphs: readonly AnyGraph[]): readonly string[] {
  const byName = new Map<string, string>()
  for (const [name, sdl] of graphs.flatMap(recordValuesSdl)) {
    if ((byName.get(name) ?? sdl) !== sdl) throw new Error(`${name} is the name of two different values`)
    byName.set(name, sdl)
  }
  return [...byName.values()]
}

function categoriesOf(graphs: readonly AnyGraph[]): readonly string[] {
  return graphs.map(({ aggregate }) => aggregate.category)
}

function sdlOf(graph: AnyGraph): string {
  const { type, lists, aggregate, parts = [] } = graph
  const name = aggregate.life.name.en
  const field = uncapitalised(type)
  const listFields = Object.entries(lists).map(([list, declared]) => listField(graph, list, declared))
  return [
    ...recordSdl(graph),
    typeExtension(graph),
    ...[type, ...parts].map(connectionSdl),
    `"Either the ${name} as it stands now, or the rules that refused the change; of a refusal, as it stood."
type ${type}Payload {
  "Null where there is none, or the caller may not see it."
  ${field}: ${type}
  "All rules that speak against it, at once; empty for what was accepted."
  violations: [Violation!]!
  """
  Of a refusal, the records kept elsewhere that it rests on, each as far as it was known here. One that you have changed
  since was judged too early: ask again, under a new key, with its version in \`after\` of the entry.
  """
  sawVersions: [RecordVersion!]!
  "True where the key was used before: this is its first answer, and nothing was done now. The record is as it stands now."
  isRepeated: Boolean!
}
`,
    ...commandsSdl(graph),
    ...wholeCaseSdl(graph),
    ...Object.entries(lists).map(([list, declared]) => listTypes(graph, list, declared)),
    `type Query {
  "One ${name}; an error with the code NOT_FOUND when there is none, or the caller may not see it."
  ${field}(id: ID!): ${type}${authOf(graph.readers)}
${listFields.join('')}}
`,
    ...Object.entries(lists).flatMap(([list, declared]) => listsWithin(graph, list, declared)),
  ].join('\n')
}

function connectionSdl(type: string): string {
  return `"A page of a list."
type ${type}Connection {
  "Members in the order of the list."
  edges: [${type}Edge!]!
  pageInfo: PageInfo!
  "How many there are in the whole list, on all pages; counted only when asked for."
  totalCount: Int!
}

"One member of a page."
type ${type}Edge {
  "Position in the list: send it as \`after\` to go on behind it. Good for this list in this order only."
  cursor: String!
  node: ${type}!
}
`
}

function typeExtension({ type, aggregate }: AnyGraph): string {
  const prefix = categories[aggregate.category].prefix
  const deadlines = `
  "Limits that run or ran on it, with the explanation of each due instant."
  deadlines: [Deadline!]!`
  return `extend type ${type} {
  "A number that people can read out, such as ${prefix}-7K3MQ-2XP9A: it follows from the id."
  number: String!
  "Rises with every change; send it as expectedVersion to be told when somebody else was faster."
  version: Int!
  "What the caller's roles may do with it, and whether its stage allows it."
  availableCommands: [AvailableCommand!]!
  "Rules that the imported record breaks; empty for one entered here."
  findings: [Finding!]!${ledgerOf(aggregate.category) === null ? '' : deadlines}
}
`
}

/** The first list of a type gives its filter and order their names. */
function namesOf({ type, lists }: AnyGraph, list: string) {
  const isFirst = Object.keys(lists)[0] === list
  const stem = isFirst ? type : capitalised(list)
  return { filter: `${stem}Filter`, sort: `${stem}Sort` }
}

function listTypes(graph: AnyGraph, list: string, declared: ListDeclaration): string {
  const names = namesOf(graph, list)
  const conditions = Object.entries({ ...declared.filter, changedSince })
    .map(([name, { inputType, description }]) => `  ${quoted(description)}\n  ${name}: ${inputType}\n`)
    .join('')
  const orders = ordersOf(declared)
    .map((order) => `  ${quoted(orderDescription(declared, order))}\n  ${order}\n`)
    .join('')
  return `"Conditions hold together; an absent one holds for every record."
input ${names.filter} {
${conditions}}

"Orders of the list; the id decides between equals."
enum ${names.sort} {
${orders}}
`
}

function orderDescription({ sort }: ListDeclaration, order: string): string {
  if (order === RECENTLY_CHANGED) return 'Latest change first.'
  const field = sort[order] ?? ''
  return field.startsWith('-') ? `By ${field.slice(1)}, descending.` : `By ${field}, ascending.`
}

function listField(graph: AnyGraph, list: string, declared: ListDeclaration): string {
  const { description, readers } = declared
  return `  ${quoted(description)}\n  ${list}${listSignature(graph, list, declared)}${authOf(readers)}\n`
}

function listsWithin(graph: AnyGraph, list: string, declared: ListDeclaration): readonly string[] {
  return Object.entries(declared.of ?? {}).map(
    ([type, { description = declared.description, readers, as = list, most }]) => `extend type ${type} {
  ${quoted(description)}
  ${as}${most === undefined ? listSignature(graph, list, declared) : `: [${graph.type}!]`}${authOf(readers)}
}
`,
  )
}

function listSignature(graph: AnyGraph, list: string, declared: ListDeclaration): string {
  const { filter, sort } = namesOf(graph, list)
  const standard = ordersOf(declared)[0]
  return `(filter: ${filter}, sort: ${sort} = ${standard}, first: Int = 20, after: String): ${graph.type}Connection`
}

function authOf(readers: Audience | undefined): string {
  return readers === undefined ? '' : ` @auth(audience: ${readers})`
}
