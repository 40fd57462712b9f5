import type { ConflictId, RuleId } from '../catalogue/index.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import { type LocalDate, parseLocalDate, plusDays } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import type { AccompanyingRecordKind, LegalHold, RetainedGoods, RetainedRecord } from './retained-record.ts'
import { type RetentionRule, validRule } from './retention-rules.ts'

/*
 * How long a record is kept. Regulations, settlements and holds each give a day, and the latest wins: whoever adds a
 * rule, a product or a hold can only make the record stay longer.
 */

/** The first day on which a record may go. */
export type PurgeDay = LocalDate | 'NEVER'

/** What one rule or hold asks. */
export interface RetentionReason {
  readonly rule: RuleId
  /** The settlement behind it; `null` where the regulation says it by itself. */
  readonly conflict: ConflictId | null
  readonly reason: Bilingual
  readonly date: PurgeDay
  /** `null` for anything but a legal hold. */
  readonly holdId: string | null
  /** Where in the record the fact stands that it counts from. */
  readonly path: readonly string[]
}

export interface Retention {
  readonly purgeAllowedFrom: PurgeDay
  /** Every rule and hold that was looked at; those that decide have the same date as `purgeAllowedFrom`. */
  readonly because: readonly RetentionReason[]
}

export interface RetentionSettings {
  /** As `retentionRules` makes them from policy, and the company's own. */
  readonly rules: readonly RetentionRule[]
}

/**
 * When a record may be purged: the latest day that any rule or hold in force gives (TRC-5, TRC-6, C1, C36). Years begin
 * on the first day after expiry, sale or closing; a period that would end on a missing 29 February ends on 1 March, so
 * that nothing goes sooner than asked.
 * @throws RulesError `POLICY_INVALID` when no rule covers a record or the years of one are impossible, `DATE_INVALID` for
 * a sales record without goods, which no day can be counted from
 */
export function retentionOf(record: RetainedRecord, { rules }: RetentionSettings): Retention {
  if (record.kind === 'SALES_RECORD' && record.goods.length === 0) {
    throw new RulesError('DATE_INVALID', 'a sales record without goods has neither an expiry nor a day of sale')
  }
  const inForce = rules.map(validRule)
  const because = [
    ...record.goods.flatMap((goods, index) => goodsReasons(goods, inForce, ['goods', String(index)])),
    ...(record.kind === 'SALES_RECORD' ? [] : closingReasons(record, inForce)),
    ...record.holds.map(holdReason),
  ]
  return { purgeAllowedFrom: because.map(({ date }) => date).reduce(laterDay), because }
}

/** NEVER comes after every day. */
export function laterDay(a: PurgeDay, b: PurgeDay): PurgeDay {
  if (a === 'NEVER' || b === 'NEVER') return 'NEVER'
  return a < b ? b : a
}

function goodsReasons(
  { isImplant, soldOn, expiresOn, serviceLifeEndsOn }: RetainedGoods,
  rules: readonly RetentionRule[],
  path: readonly string[],
): readonly RetentionReason[] {
  if (isImplant) return [implant([...path, 'isImplant'])]
  const serviceLifeDecides = serviceLifeEndsOn !== null && (expiresOn === null || expiresOn < serviceLifeEndsOn)
  const lastDay = serviceLifeDecides ? serviceLifeEndsOn : expiresOn
  if (lastDay === null) return yearsAfter('SALE', soldOn, rules, [...path, 'soldOn'])
  return yearsAfter('EXPIRY', lastDay, rules, [...path, serviceLifeDecides ? 'serviceLifeEndsOn' : 'expiresOn'])
}

function closingReasons(
  { kind, goods, closedOn }: { kind: AccompanyingRecordKind; goods: readonly unknown[]; closedOn: LocalDate | null },
  rules: readonly RetentionRule[],
): readonly RetentionReason[] {
  const path = ['closedOn']
  if (closedOn === null) return [stillOpen(kind, path)]
  if (goods.length > 0) return []
  return yearsAfter('CLOSING', closedOn, rules, path).map((reason) =>
    reason.conflict === 'C36' ? { ...reason, rule: keepingRules[kind] } : reason,
  )
}

/** The rule that asks for a record to be kept, without saying how long (C36). */
const keepingRules = {
  SERVICE_RECORD: 'SRV-15',
  COMPLAINT_FORM: 'CMP-8',
  VOUCHER: 'TRC-4',
  CONTRACT: 'CON-7',
} as const satisfies Record<AccompanyingRecordKind, RuleId>

const eventNames = {
  EXPIRY: { zh: '有效期或使用期限届满', en: 'expiry or end of service life' },
  SALE: { zh: '售出（无有效期）', en: 'the sale, as there is no expiry' },
  CLOSING: { zh: '结案（不涉及产品）', en: 'closing, as no product is concerned' },
} as const satisfies Record<RetentionRule['after'], Bilingual>

function yearsAfter(
  after: RetentionRule['after'],
  day: LocalDate,
  rules: readonly RetentionRule[],
  path: readonly string[],
): readonly RetentionReason[] {
  const reasons = rules
    .filter((rule) => rule.after === after)
    .map(({ rule, conflict, years }) => ({
      rule,
      conflict,
      reason: {
        zh: `${day} ${eventNames[after].zh}，其后保存 ${years} 年。`,
        en: `Kept for ${years} years after ${eventNames[after].en} on ${day}.`,
      },
      date: plusYears(plusDays(day, 1), years),
      holdId: null,
      path,
    }))
  if (reasons.length === 0) throw new RulesError('POLICY_INVALID', `no retention rule counts from ${after}`)
  return reasons
}

/** 29 February of a common year is 1 March (C1). */
function plusYears(date: LocalDate, years: number): LocalDate {
  const from = Temporal.PlainDate.from(date)
  const to = from.add({ years })
  return parseLocalDate((to.day === from.day ? to : to.add({ days: 1 })).toString())
}

function implant(path: readonly string[]): RetentionReason {
  const reason = { zh: '植入物的记录永久保存。', en: 'Records of implants are kept for ever.' }
  return { rule: 'TRC-6', conflict: 'C1', reason, date: 'NEVER', holdId: null, path }
}

function stillOpen(kind: AccompanyingRecordKind, path: readonly string[]): RetentionReason {
  const reason = { zh: '尚未结案。', en: 'It is not closed yet.' }
  return { rule: keepingRules[kind], conflict: 'C36', reason, date: 'NEVER', holdId: null, path }
}

function holdReason({ holdId, liftedOn }: LegalHold, index: number): RetentionReason {
  const reason =
    liftedOn === null
      ? { zh: `处于法律保全 ${holdId} 之中。`, en: `Legal hold ${holdId} stands.` }
      : { zh: `法律保全 ${holdId} 已于 ${liftedOn} 解除。`, en: `Legal hold ${holdId} was lifted on ${liftedOn}.` }
  return { rule: 'TRC-7', conflict: 'C1', reason, date: liftedOn ?? 'NEVER', holdId, path: ['holds', String(index)] }
}
