import { allEnumLabels, type Context } from '@afterline/events'
import {
  decodeDeadlineBoardId,
  decodeScorecardId,
  earlierOf,
  encodeDeadlineBoardId,
  encodeScorecardId,
  type Instant,
  isScope,
  type KpiRow,
  type LocalDate,
  parseTimeZone,
  WHOLE_COMPANY,
  WRITTEN_SCOPES,
} from '@afterline/rules'
import DataLoader from 'dataloader'
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
import { inputInvalid, unfitValue } from '../graphql/input-problems.ts'
import { type PageArguments, pageSize } from '../paging/index.ts'
import type { AnyGraph } from './graph.ts'
import { figuresOf, PLATFORM_OWNER, platformParts } from './platform-parts.ts'
import { limitsShown, type OwnerOf, refuseAnothersFigures } from './platform-rows.ts'
import type { RecordReference } from './record-reference.ts'

/** What decides which figures and limits somebody sees. */
export interface Rows {
  readonly graphs: readonly AnyGraph[]
  /** Who follows a customer up, as far as the context knows. */
  readonly ownerOfCustomer?: OwnerOf | undefined
}

const nobody: OwnerOf = async () => null

/** Answers what `platformSdl` promises. */
export function platformResolvers(context: Context, { graphs, ownerOfCustomer = nobody }: Rows): Resolvers {
  const { suffix, figures, board } = platformParts[context]
  const isOwner = context === PLATFORM_OWNER
  return {
    ...(isOwner ? { Query: platformQueries(ownerOfCustomer) } : {}),
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
    Scorecard: { ...(isOwner ? wholeScorecard : {}), ...figuresResolvers(context, figures, ownerOfCustomer) },
    ...(board === null
      ? {}
      : { DeadlineBoard: { ...(isOwner ? wholeBoard : {}), [board.field]: boardResolver(graphs) } }),
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
  readonly includes?: Instant | null
}

/** @throws GraphQLError for a question to which every answer would be zero, whatever happened */
function requireCountable({
  from,
  to,
  scope,
}: {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly scope: string
}) {
  const problems = [
    ...(isScope(scope) ? [] : [unfitValue('scope', `must be ${WRITTEN_SCOPES}`)]),
    ...(from < to ? [] : [unfitValue('to', 'must be a later day than from: it is the day after the last')]),
  ]
  if (problems.length > 0) throw inputInvalid(problems)
}

interface BoardArguments {
  readonly filter?: Asked<DeadlineFilter> | null
  readonly includes?: Instant | null
}

type Asked<Filter> = { readonly [Field in keyof Filter]?: Filter[Field] | null }

const platformQueries = (ownerOfCustomer: OwnerOf) => ({
  viewer: (_: unknown, __: object, { principal }: RequestContext) => ({
    subject: principal.id,
    roles: principal.roles,
  }),
  labels: () => allEnumLabels,
  operations: () => ({ id: 'operations' }),
  async scorecard(_: unknown, { from, to, asOf, scope, zone, includes }: ScorecardArguments, request: RequestContext) {
    const { kit } = request
    requireCountable({ from, to, scope: scope ?? WHOLE_COMPANY })
    await refuseAnothersFigures(request, scope ?? WHOLE_COMPANY, ownerOfCustomer)
    const question = {
      from,
      to,
      // One instant for all who contribute: the moment of the question, not of each answer.
      asOf: asOf ?? kit.now(),
      scope: scope ?? WHOLE_COMPANY,
      zone: zone ? parseTimeZone(zone) : null,
      // The clock of whoever asks may be ahead; nothing is recorded in the future.
      ...(includes && { includes: earlierOf(includes, kit.now()) }),
    }
    return { ...question, id: encodeScorecardId(question) }
  },
  deadlineBoard(_: unknown, { filter, includes }: BoardArguments, { kit }: RequestContext) {
    const question = {
      statuses: filter?.statuses ?? null,
      keys: filter?.keys ?? null,
      stream: filter?.stream ?? null,
      escalateTo: filter?.escalateTo ?? null,
      dueBefore: filter?.dueBefore ?? null,
      ...(includes && { includes: earlierOf(includes, kit.now()) }),
    }
    return { ...question, id: encodeDeadlineBoardId(question) }
  },
})

const wholeScorecard = { __resolveReference: ({ id }: RecordReference) => ({ ...decodeScorecardId(id), id }) }
const wholeBoard = { __resolveReference: ({ id }: RecordReference) => ({ ...decodeDeadlineBoardId(id), id }) }

function figuresResolvers(context: Context, figures: string, ownerOfCustomer: OwnerOf) {
  const reading = async (id: string, request: RequestContext) => {
    await refuseAnothersFigures(request, decodeScorecardId(id).scope, ownerOfCustomer)
    return readingOf(context, id, request)
  }
  return {
    [figures]: async ({ id }: RecordReference, _: object, request: RequestContext) =>
      (await reading(id, request)).rows.map(kpiValueOf),
    [`${figures}CountedTo`]: async ({ id }: RecordReference, _: object, request: RequestContext) =>
      (await reading(id, request)).countedTo,
  }
}

/** What a context answers for one scorecard: its figures, and up to when they are counted. */
interface FiguresReading {
  readonly countedTo: Instant
  readonly rows: readonly KpiRow[]
}

/** One reading for both fields of a request, so that they speak of the same state. */
function readingOf(context: Context, id: string, request: RequestContext): Promise<FiguresReading> {
  const { scorecard } = request.kit
  const read = async (scorecardId: string) => {
    const { includes, ...question } = decodeScorecardId(scorecardId)
    // Before the figures are read: they hold at least that.
    const countedTo = await countedUpTo(request, includes)
    return { countedTo, rows: await scorecard.kpis({ ...question, ids: figuresOf(context) }) }
  }
  const readings = request.loaderOf<string, FiguresReading>(
    'scorecard',
    () => new DataLoader((ids) => Promise.all(ids.map((each) => settled(read(each))))),
  )
  return readings.load(id)
}

/** A scorecard that cannot be read keeps no other from being answered. */
const settled = <Value>(reading: Promise<Value>): Promise<Value | Error> =>
  reading.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))

function countedUpTo({ kit: { counted } }: RequestContext, includes: Instant | undefined): Promise<Instant> {
  return includes === undefined ? counted.to() : counted.reach(includes)
}

function boardResolver(graphs: readonly AnyGraph[]) {
  return async ({ id }: RecordReference, { first, after }: PageArguments, request: RequestContext) => {
    const { includes, ...filter } = decodeDeadlineBoardId(id)
    const page = { first: pageSize(first), after: after ?? null }
    const countedTo = await countedUpTo(request, includes)
    const list = await request.kit.deadlines.list(filter, page, limitsShown(request, graphs))
    return { ...deadlineConnectionOf(list, after), countedTo }
  }
}
