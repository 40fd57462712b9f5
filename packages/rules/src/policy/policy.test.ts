import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { deadlinesOf, enforcementsOf } from '../catalogue/enforcements.ts'
import { deadlineKeys } from '../catalogue/entry.ts'
import { kpis, ruleOf } from '../catalogue/index.ts'
import { parseInstant } from '../primitives/instant.ts'
import { companyFile, FIRST_BODY_LINE, problemsOf, saoPauloCompany } from './fixtures.ts'
import { type PolicyFile, parsePolicies } from './index.ts'

const folder = new URL('../../policies/', import.meta.url)
const shipped: readonly PolicyFile[] = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))
const book = parsePolicies(shipped)
const version = book.versions[0] ?? ''

describe('the shipped policy', () => {
  it('has the numbers of the regulations (section 8 of the rules)', () => {
    const limits = Object.fromEntries(
      book.deadlines(version).map(({ key, clock, limit }) => [key, `${limit.en}, ${clock}`]),
    )
    expect(limits).toEqual({
      'order.confirm': '24 hours, elapsed',
      'order.delivery': 'as agreed, fixed',
      'complaint.verify': '2 hours, elapsed',
      'complaint.opinion.quality': '24 hours, elapsed',
      'complaint.opinion.other': '48 hours, elapsed',
      'complaint.handle': '1 working day, workingDays',
      'complaint.handover': '15 minutes, elapsed',
      'enquiry.phone': '24 hours, elapsed',
      'enquiry.written': '3 days, calendarDays',
      'contact.first': '30 minutes of business time, business',
      'visit.monthly': 'by the end of the month, endOfMonth',
      'project.contacts': 'at least 2 contacts, count',
      'report.daily': 'by the end of the day, endOfDay',
      'report.weekly': 'MON 12:00 of the following week, followingWeek',
      'target.monthly': 'working day 3 of the month, workingDayOfMonth',
      'target.personal': '3 working days, workingDays',
      'record.entry': '24 hours, elapsed',
      'contract.sign': '5 working days, workingDays',
      'file.update': '7 days, calendarDays',
      'backup.daily': '24 hours, elapsed',
      'retention.record': '2 years, calendarYears',
      'recall.notify': '24 hours, elapsed',
      'recall.notify.class1': '1 day, calendarDays',
      'recall.notify.class2': '3 days, calendarDays',
      'recall.notify.class3': '7 days, calendarDays',
      'adverseEvent.death': '7 days, calendarDays',
      'adverseEvent.injury': '20 days, calendarDays',
      'invoice.match': '3 working days, workingDays',
    })
  })

  it('names for each deadline a rule that the catalogue says it enforces, and with it the documents behind it (GEN-3)', () => {
    const wrong = book.deadlines(version).filter(({ key, rule }) => !deadlinesOf(enforcementsOf(rule)).includes(key))
    expect(wrong.map(({ key }) => key)).toEqual([])
    for (const { rule } of book.deadlines(version)) expect(ruleOf(rule).documents).not.toEqual([])
    expect(book.deadlines(version).map(({ key }) => key)).toEqual(deadlineKeys)
  })

  it('pauses nothing (C40), warns at 75 % and names who is called for every limit to act by', () => {
    for (const deadline of book.deadlines(version)) {
      expect([deadline.pauses, deadline.warnAtPercent]).toEqual([[], 75])
      expect(deadline.escalateTo === null).toBe(deadline.bound === 'notBefore')
    }
  })

  it('relaxes nothing', () => {
    expect(book.overrides).toEqual([])
  })

  it('gives the KPI targets of the catalogue', () => {
    const different = kpis.filter(
      ({ id, target }) => JSON.stringify(book.target(id, version)) !== JSON.stringify(target),
    )
    expect(different.map(({ id }) => id)).toEqual([])
  })

  it('keeps its settings in milliseconds and counts', () => {
    const day = 24 * 3_600_000
    expect(book.setting('survey.validity', version)).toBe(30 * day)
    expect(book.setting('complaint.reopenWindow', version)).toBe(14 * day)
    expect(book.setting('survey.minimumAnonymousAnswers', version)).toBe(5)
    expect(book.setting('retention.yearsAfterExpiry', version)).toBe(2)
  })

  it('carries a complete header on each document (GEN-4)', () => {
    expect(book.documents(version)).toHaveLength(shipped.length)
    for (const { drafter, reviewer, approver } of book.documents(version)) {
      expect(new Set([drafter, reviewer, approver]).size).toBe(3)
    }
  })
})

describe('versions', () => {
  const stricter = (effectiveOn: string, limit: string) =>
    companyFile('deadlines', effectiveOn, `deadlines: [{ key: order.confirm, clock: elapsed, limit: ${limit} }]`)
  const two = parsePolicies([...shipped, stricter('2026-07-01', '12 hours'), stricter('2026-09-01', '8 hours')])

  it('begin at midnight of their execution date in the tenant zone (GEN-5)', () => {
    expect(two.versions).toEqual(['2026-01-01', '2026-07-01', '2026-09-01'])
    expect(two.versionAt(parseInstant('2026-06-30T23:59:59.999+08:00'))).toBe('2026-01-01')
    expect(two.versionAt(parseInstant('2026-07-01T00:00:00+08:00'))).toBe('2026-07-01')
    expect(two.versionAt(parseInstant('2030-01-01T00:00:00+08:00'))).toBe('2026-09-01')
  })

  it('stay readable for what pins them', () => {
    const limits = two.versions.map((id) => two.deadline('order.confirm', id).limit.en)
    expect(limits).toEqual(['24 hours', '12 hours', '8 hours'])
    expect(two.versions.map((id) => two.deadline('order.confirm', id).layer)).toEqual([
      'regulation',
      'company',
      'company',
    ])
  })

  it('the first one also holds for history before its date', () => {
    expect(two.versionAt(parseInstant('2011-11-05T00:00:00Z'))).toBe('2026-01-01')
  })

  it('a company that begins earlier than the regulations takes their earliest revision along', () => {
    const early = parsePolicies([...shipped, stricter('2017-01-01', '12 hours')])
    expect(early.versions).toEqual(['2017-01-01', '2026-01-01'])
    expect(early.deadline('complaint.verify', '2017-01-01').limit.en).toBe('2 hours')
    expect(early.deadline('order.confirm', '2017-01-01').limit.en).toBe('12 hours')
  })

  it('unknown versions, deadlines and keys are refused by name', () => {
    expect(() => book.deadline('order.confirm', '1999-01-01')).toThrow(
      "no policy version '1999-01-01'; known: 2026-01-01",
    )
    expect(() => book.deadline('order.dance', version)).toThrow("no deadline 'order.dance'")
    expect(() => book.calendar('x')).toThrow(expect.objectContaining({ code: 'POLICY_UNKNOWN' }))
  })
})

describe('a company layer', () => {
  const row = (text: string) => companyFile('deadlines', '2026-01-01', `deadlines:\n  - { ${text} }`)
  const line = FIRST_BODY_LINE + 1

  it.each([
    ['fewer hours', 'key: order.confirm, clock: elapsed, limit: 12 hours'],
    ['the same hours', 'key: order.confirm, clock: elapsed, limit: 24 hours'],
    ['fewer calendar days', 'key: enquiry.written, clock: calendarDays, limit: 1 day'],
    ['a longer retention, which is the stricter one', 'key: retention.record, clock: calendarYears, limit: 5 years'],
    ['any number of its own where no regulation gives one', 'key: contact.first, clock: business, limit: 4 hours'],
    ['another escalation', 'key: order.confirm, escalateTo: LEADERSHIP, warnAtPercent: 50'],
  ])('may set %s without asking', (_, text) => {
    const company = parsePolicies([...shipped, row(text)])
    expect(company.overrides).toEqual([])
  })

  it.each([
    ['more hours', 'key: order.confirm, clock: elapsed, limit: 25 hours', '25 hours'],
    [
      'business hours for elapsed ones (C4)',
      'key: order.confirm, clock: business, limit: 24 hours',
      '24 hours of business time',
    ],
    ['a clock that cannot be compared (C3)', 'key: complaint.handle, clock: elapsed, limit: 8 hours', '8 hours'],
    [
      'the close of the day for the same clock',
      'key: complaint.handle, clock: workingDays, limit: 1 working day, mode: endOfDay',
      '1 working day, until close of business',
    ],
    ['a shorter retention', 'key: retention.record, clock: calendarYears, limit: 1 year', '1 year'],
    [
      'more time for a recall, statutory although proposed',
      'key: recall.notify, clock: elapsed, limit: 72 hours',
      '72 hours',
    ],
  ])('may set %s only with an approver, and it is reported', (_, text, company) => {
    const refused = problemsOf([...shipped, row(text)])
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatch(`company-deadlines-2026-01-01.yaml:${line}: `)
    expect(refused[0]).toMatch("names no approver: add 'approvedBy'")
    const approved = parsePolicies([...shipped, row(`${text}, approvedBy: LEADERSHIP, reason: agreed`)])
    expect(approved.overrides).toMatchObject([
      { version: '2026-01-01', company, approvedBy: 'LEADERSHIP', reason: 'agreed', line },
    ])
    expect(approved.deadlines('2026-01-01').find(({ layer }) => layer === 'company')?.limit.en).toBe(company)
  })

  it('reports an override once, under the first version that has it', () => {
    const laxer = row('key: order.confirm, clock: elapsed, limit: 30 hours, approvedBy: LEADERSHIP')
    const later = companyFile('settings', '2026-05-01', 'settings: [{ key: survey.validity, value: 10 days }]')
    const company = parsePolicies([...shipped, laxer, later])
    expect(company.versions).toHaveLength(2)
    expect(company.overrides.map(({ version: since, key, rule }) => [since, key, rule])).toEqual([
      ['2026-01-01', 'order.confirm', 'ORD-1'],
    ])
  })

  it.each([
    ['settings', 'settings:\n  - { key: recording.maximumBackdating, value: 30 days }', 'recording.maximumBackdating'],
    ['settings', 'settings:\n  - { key: retention.yearsAfterExpiry, value: 1 }', 'retention.yearsAfterExpiry'],
    ['targets', 'targets:\n  - { kpi: KPI-10, atLeastPercent: 99 }', 'KPI-10'],
    ['targets', 'targets:\n  - { kpi: KPI-32, atMostHours: 48 }', 'KPI-32'],
    ['targets', 'targets:\n  - { kpi: KPI-13, trend: rising }', 'KPI-13'],
  ])('needs an approver for laxer %s, too', (kind, body, key) => {
    expect(problemsOf([...shipped, companyFile(kind, '2026-01-01', body)])).toEqual([
      expect.stringMatching(`company-${kind}-2026-01-01.yaml:${line}: '${key}' .* names no approver`),
    ])
    const approved = companyFile(kind, '2026-01-01', body.replace(' }', ', approvedBy: LEADERSHIP }'))
    expect(parsePolicies([...shipped, approved]).overrides.map((override) => override.key)).toEqual([key])
  })

  it('may set what no regulation cares about, and targets where the regulations have none', () => {
    const settings = companyFile('settings', '2026-01-01', 'settings: [{ key: survey.validity, value: 90 days }]')
    const targets = companyFile('targets', '2026-01-01', 'targets: [{ kpi: KPI-23, atLeastPercent: 90 }]')
    const company = parsePolicies([...shipped, settings, targets])
    expect(company.overrides).toEqual([])
    expect(company.setting('survey.validity', '2026-01-01')).toBe(90 * 24 * 3_600_000)
    expect(company.target('KPI-23', '2026-01-01')).toEqual({ numerator: 90, denominator: 100 })
  })

  it('brings its own zone and calendar', () => {
    const company = parsePolicies([...shipped, saoPauloCompany])
    expect(company.tenantZone).toBe('America/Sao_Paulo')
    expect(company.calendar('2016-01-01')).toMatchObject({ id: 'sp', version: '7', zone: 'America/Sao_Paulo' })
  })

  it('may work on a published holiday by listing it', () => {
    const body = shipped.find(({ name }) => name === 'calendars.yaml')?.text.split('\ncalendars:')[1] ?? ''
    const own = `${body}    exceptions: [{ date: '2026-02-17', kind: WORKING, name: { zh: 春节值班, en: on duty } }]`
    const company = parsePolicies([...shipped, companyFile('calendars', '2026-01-01', `calendars:${own}`)])
    const open = company.calendar('2026-01-01')
    expect([...open.workingDays].map((index) => open.days[index]?.date)).toContain('2026-02-17')
  })
})
