import {
  type Instant,
  isScope,
  type LocalDate,
  parseInstant,
  parseLocalDate,
  parseTimeZone,
  WRITTEN_SCOPES,
} from '@afterline/rules'
import type { Command } from 'commander'
import { CommandError } from '../instance.ts'

/** Which figures are asked for, as given on the command line. */
export interface PeriodOptions {
  readonly from: string
  readonly to: string
  readonly asOf?: string
  readonly scope: string
  readonly zone?: string
}

export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly asOf: Instant | null
  readonly scope: string
  readonly zone: string | null
}

export function withPeriodOptions(command: Command): Command {
  return command
    .option('--from <date>', 'first day of the period, YYYY-MM-DD', '1970-01-01')
    .option('--to <date>', 'the day after the last one', '2100-01-01')
    .option('--as-of <instant>', 'see everything from this instant, RFC 3339 with offset (default: now)')
    .option('--scope <scope>', 'company, or customer:ID, person:ID, product:ID, lot:ID, channel:NAME', 'company')
    .option('--zone <zone>', "IANA zone whose days are meant (default: the tenant's)")
}

/**
 * @throws RulesError for a date, instant or zone that does not exist
 * @throws CommandError for a scope or days of which every figure would be zero, whatever happened
 */
export function periodOf({ from, to, asOf, scope, zone }: PeriodOptions): Period {
  if (!isScope(scope)) throw new CommandError(`--scope must be ${WRITTEN_SCOPES}.`)
  const days = { from: parseLocalDate(from), to: parseLocalDate(to) }
  if (days.to <= days.from) throw new CommandError('--to must be later than --from: it is the day after the last one.')
  return {
    ...days,
    asOf: asOf === undefined ? null : parseInstant(asOf),
    scope,
    zone: zone === undefined ? null : parseTimeZone(zone),
  }
}
