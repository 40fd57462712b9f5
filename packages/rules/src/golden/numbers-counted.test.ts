import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { china, timerOf, VERSION } from '../deadlines/deadline-fixture.ts'
import { refused } from '../gates/violation-fixture.ts'
import {
  evaluateTimer,
  type Fact,
  type Instant,
  ledgers,
  type OrderFactData,
  outboundCheckGate,
  parseLocalDate,
  parseQuantity,
  plusMillis,
  projectContactsGate,
  purgeGate,
  targetsGate,
} from '../index.ts'
import { backupLedger } from '../ledger/backup/backup-ledger.ts'
import type { BackupFactData } from '../ledger/backup/facts.ts'
import { customerFileLedger } from '../ledger/customer-file/customer-file-ledger.ts'
import type { CustomerFileFactData } from '../ledger/customer-file/facts.ts'
import { enquiryLedger } from '../ledger/enquiry/enquiry-ledger.ts'
import type { EnquiryFactData } from '../ledger/enquiry/facts.ts'
import type { ProjectFactData } from '../ledger/project/facts.ts'
import { projectLedger } from '../ledger/project/project-ledger.ts'
import type { TargetFactData } from '../ledger/target/facts.ts'
import { targetLedger } from '../ledger/target/target-ledger.ts'
import { month, person, team, tree } from '../targets/tree-fixture.ts'
import {
  factsOf,
  figureOf,
  goodsUntil2026,
  justAfter,
  justBefore,
  limitsOf,
  SHANGHAI,
  shippedRetention,
  streamOf,
} from './golden-fixture.ts'

/* The numbers of the regulations that count things or recur, under the policy as shipped. See `numbers.test.ts`. */

const DAY = 24 * 3_600_000
const allOfThem = { numerator: 1, denominator: 1 }

describe('100 % of letters and e-mails are replied to', () => {
  const fact = factsOf<EnquiryFactData>()
  const receivedAt = shanghai('2026-03-02 10:00')
  // Due on Thursday 5 March, 10:00.
  const dueAt = shanghai('2026-03-05 10:00')
  const letter = (answeredAt: Instant | null) =>
    streamOf(enquiryLedger, [
      fact('EnquiryReceived', receivedAt, { customerId: 'c', channel: 'LETTER' }),
      ...(answeredAt === null ? [] : [fact('EnquiryAnswered', answeredAt, { answeredBy: 'advisor', teamId: null })]),
    ]).measurements
  const rate = (...letters: readonly ReturnType<typeof letter>[]) =>
    figureOf({ measurements: letters.flat() }, ['KPI-18', null], shanghai('2026-04-01 00:00'))

  it('is met by a reply to each, late ones too, and missed by one that is left (CMP-16, KPI-18, enquiry.written)', () => {
    expect(china.target('KPI-18', VERSION)).toEqual(allOfThem)
    // 2 of 2 are all of them; 2 of 3 are less than that.
    expect(rate(letter(dueAt), letter(justAfter(dueAt)))).toEqual([2, 2, 0])
    expect(rate(letter(dueAt), letter(justAfter(dueAt)), letter(null))).toEqual([2, 3, 0])
  })
})

describe('100 % of what leaves is checked', () => {
  const goods = (quantity: string) => ({ lineId: '1', lotId: 'l', quantity: parseQuantity(quantity) })
  const check = (quantity: string) => ({
    pickedBy: 'wang',
    checkedBy: 'li',
    items: [{ ...goods(quantity), result: 'PASSED' as const }],
  })
  const gate = (checked: string) =>
    refused(outboundCheckGate({ items: [goods('100')], checks: [check(checked)], shippedBefore: [] }))

  it('lets 100 of 100 leave, and refuses a thousandth less (DEL-2)', () => {
    expect(gate('100')).toEqual([])
    expect(gate('99.999')).toEqual([
      ['DEL-2', 'items.0.quantity', { lineId: '1', lotId: 'l', quantity: '100', passed: '99.999', failed: '0' }],
    ])
  })

  it('is 100 % in the figure only then (DEL-2, KPI-10)', () => {
    const fact = factsOf<OrderFactData>()
    const shipped = (checked: string) =>
      streamOf(ledgers.order, [
        fact('OrderPlaced', shanghai('2026-03-02 10:00'), {
          customerId: 'c',
          salespersonId: 's',
          channel: 'SHOP',
          lines: [],
        }),
        fact('GoodsShipped', shanghai('2026-03-03 10:00'), {
          shipmentId: 'one',
          items: [
            { ...goods('100'), productId: 'p', productClass: 'CLASS_II', checkedQuantity: parseQuantity(checked) },
          ],
          isBuyerLicensed: true,
        }),
      ])
    const asOf = shanghai('2026-03-03 10:00')
    expect(china.target('KPI-10', VERSION)).toEqual(allOfThem)
    expect(figureOf(shipped('100'), ['KPI-10', null], asOf)).toEqual([100, 100, 0])
    expect(figureOf(shipped('99.999'), ['KPI-10', null], asOf)).toEqual([99.999, 100, 0])
  })
})

describe('2 contacts a project', () => {
  const startedAt = shanghai('2026-03-02 09:00')
  const closesAt = shanghai('2026-03-20 17:00')
  const first = shanghai('2026-03-10 10:00')
  const { term } = china.deadline('project.contacts', VERSION)

  it('let it close, and 1 does not (CUS-11)', () => {
    const gate = (...contacts: readonly Instant[]) =>
      refused(
        projectContactsGate({
          startedAt,
          closesAt,
          contacts: contacts.map((occurredAt) => {
            return { contactId: occurredAt, occurredAt, siteProgress: 'half done', customerOpinion: 'content' }
          }),
          minimumContacts: term.clock === 'count' ? term.atLeast : 0,
        }),
      )
    expect(gate(first, closesAt)).toEqual([])
    const facts = { counted: 1, required: 2, missing: 1, recorded: 1, startedAt, closesAt }
    expect(gate(first)).toEqual([['CUS-11', 'contacts', facts]])
  })

  it('are in time at the close, and a millisecond later too late (CUS-11, KPI-26, project.contacts)', () => {
    const fact = factsOf<ProjectFactData>()
    const asOf = shanghai('2026-04-01 00:00')
    const project = (...contacts: readonly Instant[]) =>
      streamOf(projectLedger, [
        fact('ProjectStarted', startedAt, { customerId: 'c', leadId: 'l', teamId: null }),
        ...contacts.map((at) =>
          fact('ProjectContactRecorded', at, { contactId: at, tellsSiteProgress: true, tellsOpinion: true }),
        ),
        fact('ProjectClosed', closesAt),
      ])
    const seen = (...contacts: readonly Instant[]) => [
      limitsOf(project(...contacts), asOf)['project.contacts'],
      figureOf(project(...contacts), ['KPI-26', null], asOf),
    ]
    expect(seen(first, closesAt)).toEqual([
      ['MET', closesAt],
      [1, 1, 0],
    ])
    expect(seen(first, justAfter(closesAt))).toEqual([
      ['MISSED', closesAt],
      [0, 1, 0],
    ])
    expect(seen(first)).toEqual([
      ['OVERDUE', closesAt],
      [0, 1, 0],
    ])
  })
})

describe('a backup every day', () => {
  const fact = factsOf<BackupFactData>()
  const good = (at: Instant) =>
    fact('BackupVerified', at, { archiveId: at, isRestorable: true, completedAt: at, databases: [{ snapshotAt: at }] })
  const before = shanghai('2026-03-01 02:00')

  it('is due 24 hours after the last one, to the millisecond (OPS-1, backup.daily)', () => {
    // 1 March is a Sunday: backups know no weekend.
    const dueAt = shanghai('2026-03-02 02:00')
    const statusAfter = (at: Instant) => {
      const [next] = streamOf(backupLedger, [good(before), good(at)]).timers
      return next && [next.key, next.rule, evaluateTimer(china, next, at).dueAt, evaluateTimer(china, next, at).status]
    }
    expect(statusAfter(dueAt)).toEqual(['backup.daily', 'OPS-1', dueAt, 'MET'])
    expect(statusAfter(justAfter(dueAt))).toEqual(['backup.daily', 'OPS-1', dueAt, 'MISSED'])
  })

  it('covers the day on which it was made, to its last millisecond (OPS-1, KPI-30)', () => {
    const day = fact('BackupExpected', shanghai('2026-03-02 00:00'), {
      dayOn: parseLocalDate('2026-03-02'),
      zone: SHANGHAI,
    })
    const midnight = shanghai('2026-03-03 00:00')
    const covered = (more: readonly Fact[]) =>
      figureOf(streamOf(backupLedger, [day, ...more]), ['KPI-30', null], midnight)
    expect(covered([good(before), good(justBefore(midnight))])).toEqual([1, 1, 0])
    expect(covered([good(before), good(midnight)])).toEqual([0, 1, 0])
    expect(china.target('KPI-30', VERSION)).toEqual(allOfThem)
  })

  it('is 26 of 28 in a February with two missing days, each of which is a limit missed (OPS-1, KPI-30, backup.daily)', () => {
    const dates = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`)
    // Tuesday the 10th, and the 17th, which is the Chinese New Year: a holiday is no exception.
    const missing = ['2026-02-10', '2026-02-17']
    const days = dates.map((date) =>
      fact('BackupExpected', shanghai(`${date} 00:00`), { dayOn: parseLocalDate(date), zone: SHANGHAI }),
    )
    const made = dates.filter((date) => !missing.includes(date)).map((date) => good(shanghai(`${date} 02:00`)))
    const told = streamOf(backupLedger, [...days, ...made])
    const march = shanghai('2026-03-01 00:00')
    expect(figureOf(told, ['KPI-30', null], march)).toEqual([26, 28, 0])
    const missed = told.timers
      .map((timer) => evaluateTimer(china, timer, march))
      .filter(({ status }) => status === 'MISSED')
    expect(missed.map(({ dueAt }) => dueAt)).toEqual(missing.map((date) => shanghai(`${date} 02:00`)))
  })
})

describe('a file that is updated every week', () => {
  const fact = factsOf<CustomerFileFactData>()
  const openedAt = shanghai('2026-03-02 08:00')
  const dueAt = shanghai('2026-03-09 08:00')
  const file = (updatedAt: Instant | null) =>
    streamOf(customerFileLedger, [
      fact('CustomerFileOpened', openedAt, { customerId: 'c', salespersonId: 's', teamId: null }),
      fact('CustomerBecameActive', openedAt),
      ...(updatedAt === null ? [] : [fact('CustomerFileUpdated', updatedAt)]),
    ])
  const firstStatus = (updatedAt: Instant | null, now: Instant) =>
    file(updatedAt)
      .timers.slice(0, 1)
      .map((timer) => [timer.key, timer.rule, evaluateTimer(china, timer, now).status])

  it('is due after 7 days, to the millisecond (CUS-7, file.update)', () => {
    const lateAt = justAfter(dueAt)
    expect(dueAt).toBe(plusMillis(openedAt, 7 * DAY))
    expect(firstStatus(dueAt, dueAt)).toEqual([['file.update', 'CUS-7', 'MET']])
    expect(firstStatus(lateAt, lateAt)).toEqual([['file.update', 'CUS-7', 'MISSED']])
    expect(firstStatus(null, dueAt)).toEqual([['file.update', 'CUS-7', 'WARNED']])
    expect(firstStatus(null, lateAt)).toEqual([['file.update', 'CUS-7', 'OVERDUE']])
  })

  it('is fresh up to then, stale a millisecond later, and fresh again when updated (CUS-7, KPI-29)', () => {
    const fresh = (updatedAt: Instant | null, asOf: Instant) => figureOf(file(updatedAt), ['KPI-29', null], asOf)
    expect(fresh(null, dueAt)).toEqual([1, 1, 0])
    expect(fresh(null, justAfter(dueAt))).toEqual([0, 1, 0])
    expect(fresh(shanghai('2026-03-20 08:00'), shanghai('2026-03-20 08:00'))).toEqual([1, 1, 0])
  })
})

describe('targets of a year and of each month', () => {
  // A year of 1,200.00, divided into twelve months of 100.00 with one team and one person.
  const ofMonth = (number: number, value = 10_000) =>
    month(number, value, [team('north', value, [person('wang', value)])])
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  const gate = (year: number, months = numbers.map((number) => ofMonth(number)), plan: string | null = 'grow') =>
    refused(
      targetsGate({
        tree: { ...tree(year, months), plan },
        monthsDue: numbers,
        salespeople: ['wang'],
        arePersonalPlansDue: true,
      }),
    ).map(([rule, path]) => [rule, path])

  it('are twelve under one with a plan, and none of them may be missing (TGT-1, TGT-2)', () => {
    expect(gate(120_000)).toEqual([])
    expect(
      gate(
        120_000,
        numbers.slice(0, 11).map((number) => ofMonth(number)),
      ),
    ).toEqual([['TGT-2', 'months']])
    expect(gate(120_000, undefined, null)).toEqual([['TGT-1', 'plan']])
  })

  it('may leave a rest of the year, and not go a cent beyond it (TGT-2, C6)', () => {
    expect(gate(120_001)).toEqual([])
    expect(gate(119_999)).toEqual([['TGT-2', 'months']])
  })

  it('are published by the close of the third working day, which is proposed (TGT-2, target.monthly)', () => {
    const fact = factsOf<TargetFactData>()
    // Sunday 1 March; working days are Monday 2, Tuesday 3 and Wednesday 4.
    const dueAt = shanghai('2026-03-04 18:00')
    const published = (at: Instant) =>
      streamOf(targetLedger, [
        fact('TargetsExpected', shanghai('2026-03-01 00:00')),
        fact('TargetsPublished', at, {
          publicationId: 'first',
          monthOn: parseLocalDate('2026-03-01'),
          zone: SHANGHAI,
          amounts: [],
          quantities: [],
          salespersonIds: [],
        }),
      ])
    expect(limitsOf(published(dueAt), dueAt)).toEqual({ 'target.monthly': ['MET', dueAt] })
    expect(limitsOf(published(justAfter(dueAt)), justAfter(dueAt))).toEqual({ 'target.monthly': ['MISSED', dueAt] })
  })
})

describe('a sales record of goods that expire on 31 December 2026', () => {
  const keptBy = (on: string) =>
    refused(
      purgeGate({
        record: { kind: 'SALES_RECORD', goods: [goodsUntil2026], holds: [] },
        settings: shippedRetention,
        on: parseLocalDate(on),
      }),
    ).map(([rule]) => rule)

  it('is kept for 1 year after it, and for 2 as the other regulation asks for more (TRC-5, TRC-6, C1)', () => {
    // The years begin with 1 January 2027.
    expect(keptBy('2027-12-31')).toEqual(['TRC-5', 'TRC-6'])
    expect(keptBy('2028-01-01')).toEqual(['TRC-6'])
    expect(keptBy('2028-12-31')).toEqual(['TRC-6'])
    expect(keptBy('2029-01-01')).toEqual([])
  })

  it('may go from the very instant on at which the limit says so (TRC-6, retention.record)', () => {
    const from = shanghai('2029-01-01 00:00')
    const kept = timerOf('retention.record', shanghai('2027-01-01 00:00'))
    expect(evaluateTimer(china, kept, justBefore(from))).toMatchObject({ status: 'RUNNING', dueAt: from })
    expect(evaluateTimer(china, kept, from)).toMatchObject({ status: 'MET', bound: 'notBefore' })
  })
})
