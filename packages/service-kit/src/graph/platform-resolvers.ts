import type { Context } from '@afterline/events'
import {
  decodeDeadlineBoardId,
  decodeScorecardId,
  encodeDeadlineBoardId,
  encodeScorecardId,
  enumLabels,
  type Instant,
  type LocalDate,
  parseTimeZone,
} from '@afterline/rules'
import type { DeadlineFilter } from '../bookkeeping/index.ts'
import {
  askForRebuild,
  deadlineConnectionOf,
  kpiValueOf,
  latestRebuild,
  listParked,
  type RequestContext,
  type Resolvers,
  retryParked,
} from '../graphql/index.ts'
import { type PageArguments, pageSize } from '../paging/index.ts'
import { figuresOf, PLATFORM_OWNER, platformParts } from './platform-parts.ts'
import type { RecordReference } from './record-reference.ts'

/** Answers what `platformSdl` promises. */
export function platformResolvers(context: Context): Resolvers {
  const { suffix, figures, board } = platformParts[context]
  const isOwner = context === PLATFORM_OWNER
  return {
    ...(isOwner ? { Query: platformQueries } : {}),
    Operations: {
      [`parkedIn${suffix}`]: (_: RecordReference, page: PageArguments, request: RequestContext) =>
        listParked(request, page),
      [`rebuildIn${suffix}`]: (_: RecordReference, __: object, request: RequestContext) => latestRebuild(request),
    },
    Mutation: {
      [`retryParkedIn${suffix}`]: (_: unknown, address: ParkedAddress, request: RequestContext) =>
        retryParked(request, address),
      [`rebuild${suffix}`]: (_: unknown, wanted: { readonly category?: string | null }, request: RequestContext) =>
        askForRebuild(request, wanted),
    },
    ...(figures === null
      ? {}
      : { Scorecard: { ...(isOwner ? wholeScorecard : {}), [figures]: figuresResolver(context) } }),
    ...(board === null ? {} : { DeadlineBoard: { ...(isOwner ? wholeBoard : {}), [board.field]: boardResolver } }),
  }
}

interface ParkedAddress {
  readonly consumer: string
  readonly stream: string
}

interface ScorecardArguments {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly asOf?: Instant | null
  readonly scope?: string | null
  readonly zone?: string | null
}

type Asked<Filter> = { readonly [Field in keyof Filter]?: Filter[Field] | null }

const platformQueries = {
  viewer: (_: unknown, __: object, { principal }: RequestContext) => ({
    subject: principal.id,
    roles: principal.roles,
  }),
  labels: () => enumLabels,
  operations: () => ({ id: 'operations' }),
  scorecard(_: unknown, { from, to, asOf, scope, zone }: ScorecardArguments, { kit }: RequestContext) {
    const question = {
      from,
      to,
      // One instant for all who contribute: the moment of the question, not of each answer.
      asOf: asOf ?? kit.now(),
      scope: scope ?? 'company',
      zone: zone ? parseTimeZone(zone) : null,
    }
    return { ...question, id: encodeScorecardId(question) }
  },
  deadlineBoard(_: unknown, { filter }: { readonly filter?: Asked<DeadlineFilter> | null }) {
    const question = {
      statuses: filter?.statuses ?? null,
      keys: filter?.keys ?? null,
      stream: filter?.stream ?? null,
      escalateTo: filter?.escalateTo ?? null,
      dueBefore: filter?.dueBefore ?? null,
    }
    return { ...question, id: encodeDeadlineBoardId(question) }
  },
}

const wholeScorecard = { __resolveReference: ({ id }: RecordReference) => ({ ...decodeScorecardId(id), id }) }
const wholeBoard = { __resolveReference: ({ id }: RecordReference) => ({ ...decodeDeadlineBoardId(id), id }) }

function figuresResolver(context: Context) {
  return async ({ id }: RecordReference, _: object, { kit }: RequestContext) => {
    const rows = await kit.scorecard.kpis({ ...decodeScorecardId(id), ids: figuresOf(context) })
    return rows.map(kpiValueOf)
  }
}

async function boardResolver({ id }: RecordReference, { first, after }: PageArguments, { kit }: RequestContext) {
  const page = { first: pageSize(first), after: after ?? null }
  return deadlineConnectionOf(await kit.deadlines.list(decodeDeadlineBoardId(id), page), after)
}
