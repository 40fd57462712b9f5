import type { Bilingual } from '../../primitives/bilingual.ts'
import { type LocalDate, localDateOf } from '../../primitives/local-date.ts'
import type { Violation } from '../../violation.ts'
import { isRegulated } from '../product-class.ts'
import { requiredCount } from '../required-count.ts'
import type { CompetenceGateInput, DemandedTopic, ProductVersion, Training } from './competence-input.ts'
import type { TrainingFlaw } from './competence-violations.ts'
import { competenceViolation } from './competence-violations.ts'

/** Topics that whoever deals with devices must know, asked for whether or not the company lists them (TRN-3, TRN-6). */
export const deviceTopics = {
  MEDICAL_LAW: { zh: '医疗器械法规', en: 'medical device law' },
  DEVICE_KNOWLEDGE: { zh: '医疗器械知识', en: 'device knowledge' },
} as const satisfies Record<string, Bilingual>

/** The topic of a training on a product and its version (C24). */
export const productTopic = {
  topic: 'PRODUCT',
  name: { zh: '产品（本版本）', en: 'this version of the product' },
} as const

/**
 * TRN-6: only the competent sell or serve. For each topic that role, class and product version demand, the last
 * training held by the local day was passed and still counts; a failed repetition undoes an earlier pass. TRN-3: for
 * devices, medical law and device knowledge are among them. One violation per topic that is not covered.
 * @throws RulesError `POLICY_INVALID` for an interval below one month
 */
export function competenceGate(input: CompetenceGateInput): readonly Violation[] {
  const on = localDateOf(input.at, input.zone)
  return demandedTopics(input).flatMap((demanded) => {
    const verdict = verdictOn(demanded, input.trainings, on)
    if (verdict.flaw === null) return []
    return [competenceViolation({ ...verdict, demanded, on, role: input.role, productClass: input.productClass })]
  })
}

/** The topics that the gate asks for, each once: the company's, then devices', then the product's. */
export function demandedTopics(input: Omit<CompetenceGateInput, 'trainings'>): readonly DemandedTopic[] {
  const { role, productClass, product, requirements, deviceTopicMonths } = input
  const asked = requirements.filter(
    ({ roles, productClasses }) => isMeantBy(roles, role) && isMeantBy(productClasses, productClass),
  )
  const byCompany = asked.map(({ topic, name, intervalMonths }) => {
    if (intervalMonths !== null) requiredCount(`intervalMonths of '${topic}'`, intervalMonths)
    const rule = isRegulated(productClass) && Object.hasOwn(deviceTopics, topic) ? 'TRN-3' : 'TRN-6'
    return { rule, topic, name, intervalMonths, product: topic === productTopic.topic ? product : null } as const
  })
  const byRegulation = Object.entries(isRegulated(productClass) ? deviceTopics : {}).map(([topic, name]) => {
    const intervalMonths = requiredCount('deviceTopicMonths', deviceTopicMonths)
    return { rule: 'TRN-3', topic, name, intervalMonths, product: null } as const
  })
  const onProduct = { rule: 'TRN-6', ...productTopic, intervalMonths: null, product } as const
  return strictestByTopic([...byCompany, ...byRegulation, ...(product === null ? [] : [onProduct])])
}

/** Asked for more than once, a topic counts for the shortest interval. */
function strictestByTopic(demands: readonly DemandedTopic[]): readonly DemandedTopic[] {
  const byTopic = new Map<string, DemandedTopic>()
  for (const demand of demands) {
    const { intervalMonths, ...first } = byTopic.get(demand.topic) ?? demand
    byTopic.set(demand.topic, { ...first, intervalMonths: shorter(intervalMonths, demand.intervalMonths) })
  }
  return [...byTopic.values()]
}

function shorter(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

function isMeantBy<Name extends string>(names: readonly Name[], name: Name): boolean {
  return names.length === 0 || names.includes(name)
}

/** The flaw of a topic with the training it lies in; both `null` when the topic is covered. */
type Verdict =
  | { readonly flaw: null }
  | { readonly flaw: TrainingFlaw; readonly training: Training | null; readonly validUntil: LocalDate | null }

function verdictOn(demanded: DemandedTopic, trainings: readonly Training[], on: LocalDate): Verdict {
  const inTopic = trainings.filter(({ topic }) => topic === demanded.topic)
  const fitting = inTopic
    .filter(({ product }) => isOnProduct(product, demanded.product))
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
  const last = fitting.findLast(({ heldOn }) => heldOn <= on)
  if (last === undefined) {
    const flaw = fitting.length > 0 ? 'NOT_YET_HELD' : isTrainedOnOther(inTopic, demanded) ? 'OTHER_VERSION' : 'MISSING'
    return { flaw, training: fitting[0] ?? null, validUntil: null }
  }
  // A failed test may be repeated on the same day.
  const passed = fitting.filter(({ heldOn, hasPassed }) => heldOn === last.heldOn && hasPassed)
  if (passed.length === 0) return { flaw: 'FAILED', training: last, validUntil: null }
  const validUntil = passed.map((training) => lastDayOf(training, demanded.intervalMonths)).reduce(laterEnd)
  return validUntil !== null && validUntil < on ? { flaw: 'EXPIRED', training: last, validUntil } : { flaw: null }
}

/** `null` is no end at all. */
function laterEnd(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return null
  return a < b ? b : a
}

function isOnProduct(trained: ProductVersion | null, demanded: ProductVersion | null): boolean {
  if (demanded === null) return true
  return trained !== null && trained.productId === demanded.productId && trained.version === demanded.version
}

function isTrainedOnOther(trainings: readonly Training[], { product }: DemandedTopic): boolean {
  return product !== null && trainings.some((training) => training.product?.productId === product.productId)
}

/** The stricter of the record's own end and the interval from the day the training was held; `null` for no end. */
function lastDayOf({ heldOn, validUntil }: Training, months: number | null): LocalDate | null {
  if (months === null) return validUntil
  const byInterval = plusMonths(heldOn, months)
  return validUntil !== null && validUntil < byInterval ? validUntil : byInterval
}

/** The same day of a later month; the month's last day where it is shorter, as training should be repeated sooner. */
function plusMonths(date: LocalDate, months: number): LocalDate {
  // Sound: a plain date prints as YYYY-MM-DD.
  return Temporal.PlainDate.from(date).add({ months }).toString() as LocalDate
}
