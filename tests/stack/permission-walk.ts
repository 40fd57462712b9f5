import type { Selection } from './graph-paths.ts'
import { type Caller, type Oracle, personal, readers, type SeenRecord } from './permission-oracle.ts'

/** What an answer shows, by where it stands: ids of records instead of their places in lists. */
export type Facts = ReadonlyMap<string, Fact>

interface Fact {
  readonly value: unknown
  /** The record that it is of; `null` for what is of none, such as the number of members of a list. */
  readonly record: SeenRecord | null
  /** As `Type.field`. */
  readonly field: string
  /** Every record on the way, with the edge that leads to it. */
  readonly trail: readonly Step[]
}

interface Step {
  readonly record: SeenRecord
  readonly edge: string
}

type Json = Readonly<Record<string, unknown>>

export function factsOf(selections: readonly Selection[], data: Json | null): Facts {
  const facts = new Map<string, Fact>()
  for (const selection of selections)
    collect(facts, selection, data?.[selection.key], { path: '', trail: [], edge: '' })
  return facts
}

interface Place {
  readonly path: string
  readonly trail: readonly Step[]
  /** The edge from the last record, or from a root; pages lie between it and what it leads to. */
  readonly edge: string
}

function collect(facts: Map<string, Fact>, selection: Selection, value: unknown, place: Place): void {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries())
      collect(facts, selection, member, { ...place, path: `${place.path}#${keyOf(member, index)}` })
    return
  }
  // Objects of the answer, as the selection asked for them.
  const object = value as Json
  const { type, key, leaves, within } = selection
  const isPage = key === 'edges' || key === 'node'
  const edge = isPage ? place.edge : selection.edge
  const record = type in readers && typeof object['id'] === 'string' ? { type, id: object['id'] } : null
  const trail = record ? [...place.trail, { record, edge }] : place.trail
  const path = `${place.path}/${key}${record ? `[${record.id}]` : ''}`
  for (const leaf of leaves) {
    if (leaf === 'cursor' || object[leaf] === null || object[leaf] === undefined) continue
    const of = trail.at(-1)?.record ?? null
    facts.set(`${path}/${leaf}`, { value: object[leaf], record: of, field: `${type}.${leaf}`, trail })
  }
  for (const inner of within) collect(facts, inner, object[inner.key], { path, trail, edge })
}

/** A member of a page is known by its node, and any other by its id where it has one. */
function keyOf(member: unknown, index: number): string {
  const { id, node } = member as { readonly id?: string; readonly node?: { readonly id?: string } }
  return node?.id ?? id ?? String(index)
}

/** What is shown to somebody who may not read it, or not in the clear; a line each. */
export function leaksIn(facts: Facts, truth: Facts, caller: Caller, oracle: Oracle): readonly string[] {
  return [...facts].flatMap(([path, { value, record, field, trail }]) => {
    const met = trail.find(({ record: on, edge }) => !oracle.meets(caller, on, edge))
    if (met) return [`${path}: shows ${met.record.type} over ${met.edge}`]
    if (record === null) return []
    // A number of members is no field of the record before them.
    if (field.endsWith('Connection.totalCount')) return []
    if (!oracle.reads(caller, record, fieldOf(field, record))) return [`${path}: shows ${field}`]
    const told = truth.get(path)?.value
    if (!personal.includes(field) || oracle.readsInTheClear(caller, record) || value !== told) return []
    return [`${path}: shows ${field} in the clear`]
  })
}

/** What somebody may read, and is not shown; a line each. */
export function withheldFrom(facts: Facts, truth: Facts, caller: Caller, oracle: Oracle): readonly string[] {
  return [...truth].flatMap(([path, { record, field, trail }]) => {
    if (facts.has(path) || record === null || field.endsWith('Connection.totalCount')) return []
    const isPart = trail.some(({ record: on }) => !oracle.reads(caller, on, `${on.type}.*`))
    const isMet = trail.every(({ record: on, edge }) => oracle.meets(caller, on, edge))
    return isMet && !isPart && oracle.reads(caller, record, fieldOf(field, record))
      ? [`${path}: withholds ${field}`]
      : []
  })
}

/** Counts that tell of members which are not shown; a line each. Lists of the walk fit on one page. */
export function countsTelling(facts: Facts): readonly string[] {
  return [...facts].flatMap(([path, { value, field }]) => {
    if (!field.endsWith('Connection.totalCount')) return []
    const list = path.replace(/\/totalCount$/, '')
    const members = new Set(
      [...facts.keys()].flatMap((each) =>
        each.startsWith(`${list}/edges#`) ? [each.slice(list.length).split('/')[1]] : [],
      ),
    )
    const isAsked = members.size > 0 || value === 0
    return isAsked && value !== members.size ? [`${path}: tells of ${value}, shows ${members.size}`] : []
  })
}

/** What a record consists of is read like the record. */
function fieldOf(field: string, record: SeenRecord): string {
  if (field.startsWith('ContactPerson.')) return 'Customer.contacts'
  return field.startsWith(`${record.type}.`) ? field : `${record.type}.*`
}
