import type { Category, Context } from '@afterline/events'
import { categoryNamed, contextOf, type RecordVersion, recordKinds, rolesReading } from '../graphql/record-kinds.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import type { Projection } from '../interfaces.ts'
import { followedVersions } from '../projections/index.ts'
import type { AnyGraph } from './graph.ts'
import type { OwnerOf } from './platform-rows.ts'
import { load } from './records.ts'
import { opensAllRows } from './rows.ts'

/** Who in a service follows which records, and whose those are. */
export interface Followers {
  /** The service's own. */
  readonly context: Context
  readonly graphs: readonly AnyGraph[]
  readonly projections: readonly Projection[]
  /** Whose a followed record is: a role that opens own records only learns of none that is not listed. */
  readonly owners: Readonly<Partial<Record<Category, OwnerOf>>>
}

/** Of a kind that is kept here, or that something here follows: nothing here rests on any other record. */
export function isOfConcern(followers: Followers, { record }: RecordVersion): boolean {
  return ownGraph(followers, record) !== undefined || followersOf(followers, record).length > 0
}

/** Those that are not known here at that version, or that the caller may not see: these two are told alike. */
export async function unknownAmong<Wanted extends RecordVersion>(
  followers: Followers,
  context: RequestContext,
  wanted: readonly Wanted[],
): Promise<readonly Wanted[]> {
  const versions = await versionsEverywhere(followers, context, wanted)
  const isKnown = async (one: Wanted): Promise<boolean> => {
    const own = ownGraph(followers, one.record)
    if (own !== undefined) return ((await load(context, own, one.id))?.version ?? 0) >= one.version
    return (versions.get(streamOf(one)) ?? 0) >= one.version && (await isShown(followers, context, one))
  }
  const known = await Promise.all(wanted.map(isKnown))
  return wanted.filter((_, index) => known[index] !== true)
}

/**
 * Whether waiting may help: not for what is kept here, which is as it is, and not where the caller sees no record of the kind.
 * It depends on the kind alone, so that it tells nothing of the record.
 */
export function mayBecomeKnown(followers: Followers, context: RequestContext, { record }: RecordVersion): boolean {
  return ownGraph(followers, record) === undefined && sightOf(followers, context, record) !== 'NONE'
}

function ownGraph({ graphs }: Followers, record: RecordVersion['record']): AnyGraph | undefined {
  return graphs.find(({ aggregate }) => aggregate.category === categoryNamed(record))
}

function followersOf({ context, projections }: Followers, record: RecordVersion['record']): readonly Projection[] {
  const of = contextOf(categoryNamed(record))
  return of === context ? [] : projections.filter(({ sources }) => sources.includes(of))
}

/** How far each record is known by all that follow it: a decision may rest on any of them. */
async function versionsEverywhere(
  followers: Followers,
  { kit: { connection } }: RequestContext,
  wanted: readonly RecordVersion[],
): Promise<ReadonlyMap<string, number>> {
  const streamsOf = new Map<string, string[]>()
  for (const one of wanted) {
    for (const { name } of followersOf(followers, one.record)) {
      streamsOf.getOrInsertComputed(name, () => []).push(streamOf(one))
    }
  }
  const least = new Map<string, number>()
  for (const [projection, streams] of streamsOf) {
    const known = await followedVersions(connection, projection, streams)
    for (const stream of streams) {
      const version = known.get(stream) ?? 0
      least.set(stream, Math.min(least.get(stream) ?? version, version))
    }
  }
  return least
}

function streamOf({ record, id }: RecordVersion): string {
  return `${categoryNamed(record)}-${id}`
}

async function isShown(followers: Followers, context: RequestContext, { record, id }: RecordVersion): Promise<boolean> {
  const sight = sightOf(followers, context, record)
  if (sight !== 'OWN') return sight === 'ALL'
  return (await followers.owners[categoryNamed(record)]?.(context, id)) === context.principal.id
}

/** Which records of the kind the caller sees. */
function sightOf(
  { owners }: Followers,
  { principal }: RequestContext,
  record: RecordVersion['record'],
): 'ALL' | 'OWN' | 'NONE' {
  const category = categoryNamed(record)
  const readers = rolesReading(category)
  const roles = principal.roles.filter((role) => readers.includes(role))
  if (roles.some((role) => !recordKinds[category].isOwned || opensAllRows(role))) return 'ALL'
  return roles.length > 0 && owners[category] !== undefined ? 'OWN' : 'NONE'
}
