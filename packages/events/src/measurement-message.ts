import {
  durationOf,
  figureReadingOf,
  type KpiId,
  kpis,
  localDateOf,
  type Measurement,
  type PolicyBook,
  scopesOf,
  stepsOf,
} from '@afterline/rules'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type EventProblem, problemsOf } from './event-problem.ts'
import { described } from './meaning.ts'
import { type Immutable, InstantText, LocalDateText, nullable, oneOf, type Static, Type } from './vocabulary.ts'

const WholeNumber = Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER })
const Name = Type.String({ minLength: 1, maxLength: 1000 })
const maybeInstant = (description: string) => described(nullable(InstantText), description)

const Step = Type.Object(
  { from: InstantText, numerator: WholeNumber, denominator: WholeNumber, pending: Type.Integer({ minimum: 0 }) },
  { title: 'MeasurementStep', description: 'What the measurement counts as from an instant on, until the next step.' },
)

const Duration = Type.Object(
  {
    bin: described(Type.Integer(), 'Bins of equal number add up: they are those of a DDSketch.'),
    millis: described(Type.Number({ minimum: 0 }), 'The length that stands for all of the bin, within one per cent.'),
  },
  { title: 'MeasurementDuration', description: 'The length of what took time, as a sketch of one.' },
)

/**
 * What the measurements topic carries: one countable thing, and all that it counts as. Other than events these messages
 * may get further members without a new version; readers leave alone what they do not know.
 */
export const MeasurementMessage = Type.Object(
  {
    id: described(Name, 'The key of the message: KPI, part, stream and item, with `|` between them.'),
    version: described(
      Type.Integer({ minimum: 1 }),
      'Of two messages with one id the greater is the newer; a repetition may have another. It has gaps.',
    ),
    isVoid: described(Type.Boolean(), 'Whether it is no more: it has no steps and no scopes, and counts nowhere.'),
    kpi: described(
      Type.Unsafe<KpiId>(Type.String({ pattern: '^KPI-[1-9][0-9]*$' })),
      'The key figure that it counts for.',
    ),
    part: described(nullable(Name), 'The part of the figure, such as the limit under KPI-17.'),
    isOfWhole: described(Type.Boolean(), 'Whether it counts for the KPI as a whole, too, beside its part.'),
    figure: described(
      oneOf('SUM', 'RATIO', 'DURATION'),
      'SUM: numerators added up. RATIO: the sum of numerators by that of denominators. DURATION: percentiles by bins.',
    ),
    countedIn: described(oneOf('ITEMS', 'MINOR_UNITS', 'THOUSANDTHS'), 'What one of its integers stands for.'),
    currency: described(nullable(Type.String({ pattern: '^[A-Z]{3}$' })), 'Of money; never add up two of them.'),
    stream: described(Name, 'The record that it comes from, as the subject of its events.'),
    item: described(Type.String(), 'Tells measurements of one record, KPI and part apart; may be empty.'),
    scopes: described(
      Type.Array(Name),
      '`company`, and `customer:`, `person:`, `team:`, `product:`, `lot:` or `channel:` with an id.',
    ),
    countsAt: maybeInstant('The instant that puts it into a period; null for a state, which counts in every one.'),
    countedOn: described(nullable(LocalDateText), 'The day of that instant in the zone of the company.'),
    since: maybeInstant('From when the thing exists; null where it is void.'),
    dueAt: maybeInstant('The last instant that meets its limit, with every pause and calendar in it already.'),
    achievedAt: maybeInstant('When it was done.'),
    steps: described(Type.Array(Step), 'In order of time. At an instant the last one that is not after it holds.'),
    numerator: described(WholeNumber, 'Of the last step.'),
    denominator: described(WholeNumber, 'Of the last step.'),
    settledAt: maybeInstant('When the last step begins: from then on, only a further message changes anything.'),
    duration: nullable(Duration),
    policyVersion: described(nullable(Name), 'The policy in force when the thing began; null where it is void.'),
  },
  { title: 'Measurement', description: 'One countable thing of a key figure, and all that it counts as.' },
)

export type MeasurementMessage = Immutable<Static<typeof MeasurementMessage>>

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
addFormats.default(ajv)
const isMessage = ajv.compile<MeasurementMessage>(MeasurementMessage)

/** What keeps a message from being a measurement as it is published; empty when it is one. */
export function problemsOfMeasurement(message: unknown): readonly EventProblem[] {
  return isMessage(message) ? [] : problemsOf(isMessage.errors)
}

export const MEASUREMENT_SCHEMA_URI = 'urn:afterline:measurement:v1'

/** A measurement with its record, and with the id that the two give it. */
export interface IdentifiedMeasurement extends Measurement {
  /** `<kpi>|<part>|<stream>|<item>`. */
  readonly _id: string
  readonly stream: string
}

export function identified(stream: string, measurement: Measurement): IdentifiedMeasurement {
  const { kpi, part, item } = measurement
  return { ...measurement, _id: `${kpi}|${part ?? ''}|${stream}|${item}`, stream }
}

export function measurementMessage(
  measurement: IdentifiedMeasurement,
  version: number,
  policies: Pick<PolicyBook, 'tenantZone' | 'versionAt'>,
): MeasurementMessage {
  const { _id, kpi, part, stream, item, currency, countsAt, since, dueAt, achievedAt } = measurement
  const steps = stepsOf(measurement)
  const last = steps.at(-1)
  return {
    ...{ id: _id, version, isVoid: false, kpi, part, ...figureReadingOf(measurement), currency, stream, item },
    scopes: scopesOf(measurement),
    countsAt,
    countedOn: countsAt === null ? null : localDateOf(countsAt, policies.tenantZone),
    ...{ since, dueAt, achievedAt, steps },
    ...{ numerator: last?.numerator ?? 0, denominator: last?.denominator ?? 0, settledAt: last?.from ?? since },
    duration: durationOf(measurement),
    policyVersion: policies.versionAt(since),
  }
}

/** What is published of a measurement that is no more, so that nobody goes on counting it; null for no id of one. */
export function voidMeasurementMessage(id: string, version: number): MeasurementMessage | null {
  const [name, part, stream, item] = /^([^|]+)\|([^|]*)\|([^|]+)\|(.*)$/s.exec(id)?.slice(1) ?? []
  const kpi = kpis.find((each) => each.id === name)?.id
  if (kpi === undefined || part === undefined || stream === undefined || item === undefined) return null
  return {
    ...{ id, version, isVoid: true, kpi, part: part === '' ? null : part, isOfWhole: false },
    ...{ figure: 'RATIO', countedIn: 'ITEMS', currency: null, stream, item, scopes: [] },
    ...{ countsAt: null, countedOn: null, since: null, dueAt: null, achievedAt: null, steps: [] },
    ...{ numerator: 0, denominator: 0, settledAt: null, duration: null, policyVersion: null },
  }
}
