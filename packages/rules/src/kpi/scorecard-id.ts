import { type Instant, isInstant } from '../primitives/instant.ts'
import { type LocalDate, parseLocalDate, parseTimeZone, type TimeZone } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'

/** What a scorecard was asked for. */
export interface ScorecardQuestion {
  /** First day of the period. */
  readonly from: LocalDate
  /** The day after its last: periods are half-open. */
  readonly to: LocalDate
  /** The instant of evaluation: the same for every service that contributes. */
  readonly asOf: Instant
  /** `company`, or kind and id, such as `channel:ONLINE`. */
  readonly scope: string
  /** The zone whose days are meant; `null` for the tenant's. */
  readonly zone: TimeZone | null
  /** Waited for: everything that was recorded up to this instant is to be counted. */
  readonly includes?: Instant
}

/**
 * The id of a scorecard in the graph. It holds the whole question, so that every service can answer its part without
 * having seen the query.
 * @example decodeScorecardId(encodeScorecardId(query)) equals query
 */
export function encodeScorecardId({ from, to, asOf, scope, zone, includes }: ScorecardQuestion): string {
  return [from, to, asOf, scope, zone ?? '', ...(includes ? [includes] : [])].map(encodeURIComponent).join('|')
}

/** @throws RulesError `KPI_INVALID` for a text that no `encodeScorecardId` made. */
export function decodeScorecardId(id: string): ScorecardQuestion {
  try {
    const [from, to, asOf, scope, zone, includes, ...rest] = id.split('|').map(decodeURIComponent)
    if (!from || !to || !isInstant(asOf) || !scope || zone === undefined || rest.length > 0) throw notAnId(id)
    if (includes !== undefined && !isInstant(includes)) throw notAnId(id)
    return {
      from: parseLocalDate(from),
      to: parseLocalDate(to),
      asOf,
      scope,
      zone: zone === '' ? null : parseTimeZone(zone),
      ...(includes && { includes }),
    }
  } catch (cause) {
    throw cause instanceof RulesError && cause.code === 'KPI_INVALID' ? cause : notAnId(id, cause)
  }
}

function notAnId(id: string, cause?: unknown): RulesError {
  return new RulesError('KPI_INVALID', `'${id.slice(0, 200)}' is not the id of a scorecard`, { cause })
}
