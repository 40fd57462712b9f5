import { setTimeout as pause } from 'node:timers/promises'
import type { Entry } from '../graphql/execute.ts'
import { inputInvalid, notPositive, unfitValue } from '../graphql/input-problems.ts'
import type { RecordVersion } from '../graphql/record-kinds.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import type { Resolvers } from '../graphql/subgraph-schema.ts'
import { type Followers, isOfConcern, mayBecomeKnown, unknownAmong } from './known-versions.ts'

/** More than anybody writes before the one thing that rests on it all. */
const MOST_RECORDS = 20
/** Events mostly arrive within a few milliseconds; what takes longer is looked for less often. */
const FIRST_PAUSE_MS = 10
const LONGEST_PAUSE_MS = 200

type Resolve = (parent: unknown, args: { readonly entry?: Entry }, context: RequestContext, info: unknown) => unknown

/**
 * The resolvers, with every mutation waiting for what its entry wants to be known before it looks at anything.
 * What is not known in time is `NOT_YET_KNOWN`, and nothing happened.
 */
export function awaitingAfter(followers: Followers, resolvers: Resolvers): Resolvers {
  const { Mutation = {} } = resolvers
  // Each member of a root type is a function that resolves it.
  const mutations = Object.entries(Mutation as Readonly<Record<string, Resolve>>)
  const awaiting = mutations.map(([name, resolve]): [string, Resolve] => [
    name,
    async (parent, args, context, info) => {
      const { after = null } = args.entry ?? {}
      if (after !== null && after.length > 0) await untilKnown(followers, context, after)
      return resolve(parent, args, context, info)
    },
  ])
  return { ...resolvers, Mutation: Object.fromEntries(awaiting) }
}

/**
 * Waits, for as long as the configuration has patience, until these versions or later ones are known here. Records on which
 * nothing here rests are not waited for. Of records that the caller may not see the answer is the same, and takes as long, as
 * of those that do not exist.
 * @throws GraphQLError `INPUT_INVALID`, `NOT_YET_KNOWN`
 */
async function untilKnown(
  followers: Followers,
  context: RequestContext,
  after: readonly RecordVersion[],
): Promise<void> {
  refuseUnfit(after)
  const wanted = after
    .map((one, index) => ({ ...one, field: `after.${index}` }))
    .filter((one) => isOfConcern(followers, one))
  const giveUpAt = performance.now() + context.kit.config.AFTERLINE_FOLLOW_PATIENCE_MS
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    const unknown = await unknownAmong(followers, context, wanted)
    // Whoever looks again, and the mutation itself, sees what has arrived meanwhile.
    context.forgetLoaded()
    if (unknown.length === 0) return
    if (performance.now() >= giveUpAt || !unknown.some((one) => mayBecomeKnown(followers, context, one))) {
      throw requestError('NOT_YET_KNOWN', undefined, { fields: unknown.map(({ field }) => field) })
    }
    await pause(wait)
  }
}

function refuseUnfit(after: readonly RecordVersion[]): void {
  if (after.length > MOST_RECORDS) throw inputInvalid([unfitValue('after', `has more than ${MOST_RECORDS} members`)])
  const problems = after.flatMap(({ version }, index) => (version > 0 ? [] : [notPositive(`after.${index}.version`)]))
  if (problems.length > 0) throw inputInvalid(problems)
}
