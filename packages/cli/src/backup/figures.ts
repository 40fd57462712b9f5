import { type Context, canonicalJson, eventRegistry } from '@afterline/events'
import {
  type Instant,
  type KpiId,
  type KpiRow,
  type PolicyBook,
  parseLocalDate,
  periodOfDays,
  rowOptionsAt,
  scorecardOf,
} from '@afterline/rules'
import { createScorecardReader, type EventDocument, servedKpis, storedEventOf } from '@afterline/service-kit'
import type { ClientSession, Connection } from 'mongoose'
import { createStreams } from '../replayed-streams.ts'
import type { KeptDatabase } from './manifest.ts'

type Figures = KeptDatabase['figures']

export interface FiguresSource {
  readonly connection: Connection
  readonly context: Context
  readonly policies: PolicyBook
  readonly asOf: Instant
}

const SCOPE = 'company'
/** All days that records may be of, as `kpis` asks for them when no period is given. */
const DAYS = { from: parseLocalDate('1970-01-01'), to: parseLocalDate('2100-01-01') }

/** What the service answers from its sums, in the snapshot that is backed up. */
export async function liveFigures(source: FiguresSource & { readonly session: ClientSession }): Promise<Figures> {
  const { context, asOf } = source
  const reader = createScorecardReader({ ...source, now: () => asOf })
  const rows = await reader.kpis({ ...DAYS, scope: SCOPE, asOf, ids: idsOf(context) })
  return figures(asOf, rows)
}

/** What the rules make of the events of a restored database, except those that its service had not counted yet. */
export async function restoredFigures({ connection, context, policies, asOf }: FiguresSource): Promise<Figures> {
  const database = connection.getClient().db(connection.name)
  const streams = createStreams()
  const owed = new Map<string, number>()
  for await (const { stream, version } of database.collection<EventDocument>('outbox').find()) {
    owed.set(stream, Math.min(version, owed.get(stream) ?? version))
  }
  for await (const document of database
    .collection<EventDocument>('events')
    .find({}, { sort: { stream: 1, version: 1 } })) {
    const isCounted = document.version < (owed.get(document.stream) ?? Number.POSITIVE_INFINITY)
    if (isCounted) streams.record(eventRegistry.newest(storedEventOf(document)))
  }
  const ids = new Set<string>(idsOf(context))
  const query = { ...periodOfDays(DAYS.from, DAYS.to, policies.tenantZone), scope: SCOPE, asOf }
  const rows = scorecardOf(streams.measurements(policies), query, rowOptionsAt(policies, asOf))
  return figures(
    asOf,
    rows.filter(({ id }) => ids.has(id)),
  )
}

/** To the last digit. */
export const areSameFigures = (one: Figures, other: Figures) => canonicalJson(one) === canonicalJson(other)

// As JSON holds them: what is left out there is left out here.
function figures(asOf: Instant, rows: readonly KpiRow[]): Figures {
  return JSON.parse(JSON.stringify({ ...DAYS, asOf, rows }))
}

/** None of a service that answers for no figure. */
function idsOf(context: Context): readonly KpiId[] {
  const served: Readonly<Partial<Record<Context, readonly KpiId[]>>> = servedKpis
  return served[context] ?? []
}
