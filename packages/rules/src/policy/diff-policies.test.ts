import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { companyFile, policyFile } from './fixtures.ts'
import { diffPolicies, type PolicyChange, type PolicyFile, parsePolicies } from './index.ts'

const folder = new URL('../../policies/', import.meta.url)
const shipped: readonly PolicyFile[] = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))
const version = '2026-01-01'

/** What changes from the regulations alone to the regulations with these documents, the documents themselves apart. */
const changesBy = (...files: readonly PolicyFile[]): readonly PolicyChange[] => {
  const before = { book: parsePolicies(shipped), version }
  const after = { book: parsePolicies([...shipped, ...files]), version }
  return diffPolicies(before, after).filter(({ subject }) => subject !== 'DOCUMENT')
}
const briefly = (changes: readonly PolicyChange[]) =>
  changes.map(({ key, aspect, from, to, effect }) => [key, aspect, from.en, to.en, effect])
const company = (kind: string, ...rows: readonly string[]) =>
  companyFile(kind, version, [`${kind}:`, ...rows.map((row) => `  - { ${row} }`)].join('\n'))

describe('a policy set beside itself', () => {
  it('has no difference', () => {
    const side = { book: parsePolicies(shipped), version }
    expect(diffPolicies(side, side)).toEqual([])
    expect(diffPolicies(side, { book: parsePolicies(shipped), version })).toEqual([])
  })
})

describe('a deadline that changes', () => {
  it('tells limit, rule, documents and effect, in both languages (GEN-3)', () => {
    expect(changesBy(company('deadlines', 'key: order.confirm, clock: elapsed, limit: 12 hours'))).toEqual([
      {
        subject: 'DEADLINE',
        key: 'order.confirm',
        aspect: 'limit',
        rules: ['ORD-1'],
        context: {},
        from: { zh: '24 小时', en: '24 hours' },
        to: { zh: '12 小时', en: '12 hours' },
        effect: 'STRICTER',
        decidedBy: { from: 'AL-P-01', to: 'CO-company-deadlines' },
      },
    ])
  })

  it.each([
    ['clock: elapsed, limit: 25 hours, approvedBy: LEADERSHIP', 'limit', '24 hours', '25 hours', 'LAXER'],
    [
      'clock: workingDays, limit: 1 working day, approvedBy: LEADERSHIP',
      'limit',
      '24 hours',
      '1 working day',
      'OTHER', // (C3)
    ],
    ['warnAtPercent: 50', 'warnAtPercent', '75 %', '50 %', 'STRICTER'],
    ['warnAtPercent: 90', 'warnAtPercent', '75 %', '90 %', 'LAXER'],
    ['escalateTo: LEADERSHIP', 'escalateTo', 'Sales manager', 'Company leadership', 'OTHER'],
    ['informs: [LEGAL, FINANCE]', 'informs', 'none', 'Finance; Legal', 'STRICTER'],
    ['reopening: resumes', 'reopening', 'a reopening changes nothing', 'a reopening lets the limit run on', 'STRICTER'],
  ])('tells what it is in each respect: %s (C3)', (row, aspect, from, to, effect) => {
    expect(briefly(changesBy(company('deadlines', `key: order.confirm, ${row}`)))).toEqual([
      ['order.confirm', aspect, from, to, effect],
    ])
  })

  it('tells its pauses (C40)', () => {
    const row = 'key: complaint.handle, pauses: [WAITING_FOR_CUSTOMER], approvedBy: LEADERSHIP'
    const [change, ...others] = changesBy(company('deadlines', row))
    expect(change).toMatchObject({
      aspect: 'pauses',
      from: { zh: '不暂停', en: 'no pause' },
      to: { zh: '等待客户', en: 'waiting for the customer' },
      effect: 'LAXER',
      rules: ['CMP-3'],
    })
    expect(others).toEqual([])
  })

  it('tells a longer retention as stricter (C1)', () => {
    const row = 'key: retention.record, clock: calendarYears, limit: 5 years'
    expect(briefly(changesBy(company('deadlines', row)))).toEqual([
      ['retention.record', 'limit', '2 years', '5 years', 'STRICTER'],
    ])
  })

  it('tells what only a revision of the regulations can change (GEN-5)', () => {
    const renewed = shipped
      .filter(({ name }) => name === 'deadlines.yaml')
      .map(({ text }) => ({
        name: 'renewed.yaml',
        text: text
          .replace('effectiveOn: "2026-01-01"', 'effectiveOn: "2027-01-01"')
          .replace('stop: ComplaintRegistered', 'stop: ComplaintVerified')
          .replace(/(key: record\.entry[\s\S]*?)basis: PROPOSED/, '$1basis: PROPOSED\n    statutory: true'),
      }))
    const book = parsePolicies([...shipped, ...renewed])
    const changes = diffPolicies({ book, version }, { book, version: '2027-01-01' })
    expect(briefly(changes)).toEqual([
      ['AL-P-01', 'inForce', 'Deadlines, from 2026-01-01', 'Deadlines, from 2027-01-01', 'OTHER'],
      ['complaint.verify', 'stop', 'ComplaintRegistered', 'ComplaintVerified', 'OTHER'],
      ['record.entry', 'basis', 'PROPOSED', 'PROPOSED, statutory', 'OTHER'],
    ])
  })
})

describe('settings and targets that change', () => {
  it.each([
    ['retention.yearsAfterExpiry, value: 3', '2', '3', 'STRICTER'],
    ['retention.yearsAfterExpiry, value: 1, approvedBy: LEADERSHIP', '2', '1', 'LAXER'],
    ['survey.validity, value: 36 hours', '30 days', '36 hours', 'OTHER'],
    ['recording.maximumBackdating, value: 90 minutes', '7 days', '90 minutes', 'STRICTER'],
    ['recording.maximumBackdating, value: 1 day', '7 days', '1 day', 'STRICTER'],
  ])('tell from what to what: %s', (entry, from, to, effect) => {
    const [key = ''] = entry.split(',')
    expect(briefly(changesBy(company('settings', `key: ${entry}`)))).toEqual([[key, 'value', from, to, effect]])
  })

  it.each([
    ['KPI-23, atLeastPercent: 90', 'none', 'at least 90 %', 'STRICTER'],
    ['KPI-10, atLeastPercent: 99, approvedBy: LEADERSHIP', 'at least 100 %', 'at least 99 %', 'LAXER'],
    ['KPI-32, atMostHours: 12', 'at most 24 hours', 'at most 12 hours', 'STRICTER'],
    ['KPI-16, atLeastPercent: 5', 'falling', 'at least 5 %', 'STRICTER'],
    ['KPI-14, trend: falling, approvedBy: LEADERSHIP', 'rising', 'falling', 'OTHER'],
  ])('tell the target of a figure: %s', (entry, from, to, effect) => {
    const [kpi = ''] = entry.split(',')
    const changes = changesBy(company('targets', `kpi: ${entry}`))
    expect(briefly(changes)).toEqual([[kpi, 'target', from, to, effect]])
    expect(changes[0]?.rules).not.toEqual([])
    expect(changes[0]?.decidedBy).toEqual({
      from: from === 'none' ? null : 'AL-P-03',
      to: 'CO-company-targets',
    })
  })
})

describe('values of a product class or a contract', () => {
  const twelve = 'key: order.confirm, clock: elapsed, limit: 12 hours'
  const ofClass = policyFile({
    kind: 'deadlines',
    layer: 'productClass',
    appliesTo: '[CLASS_III]',
    body: `deadlines: [{ ${twelve} }]`,
  })
  const ofContract = policyFile({
    kind: 'settings',
    layer: 'contract',
    appliesTo: '[K-1]',
    body: 'settings: [{ key: complaint.reopenWindow, value: 30 days }]',
  })

  it('are told for it alone (C18)', () => {
    const changes = changesBy(ofClass, ofContract)
    expect(changes.map(({ key, context, effect }) => [key, context, effect])).toEqual([
      ['order.confirm', { productClass: 'CLASS_III' }, 'STRICTER'],
      ['complaint.reopenWindow', { contractId: 'K-1' }, 'STRICTER'],
    ])
  })

  it('are not repeated where they change as everything does', () => {
    const later = company('deadlines', 'key: enquiry.phone, clock: elapsed, limit: 8 hours')
    expect(changesBy(ofClass, later).map(({ key, context }) => [key, context])).toEqual([
      ['enquiry.phone', {}],
      ['order.confirm', { productClass: 'CLASS_III' }],
    ])
  })

  it('are told when they go', () => {
    const before = { book: parsePolicies([...shipped, ofClass]), version }
    const changes = diffPolicies(before, { book: parsePolicies(shipped), version })
    expect(briefly(changes)).toEqual([
      ['CO-productClass-deadlines', 'inForce', 'Own rules, from 2026-01-01', 'none', 'OTHER'],
      ['order.confirm', 'limit', '12 hours', '24 hours', 'LAXER'],
    ])
    expect(changes.map(({ context, decidedBy }) => [context, decidedBy])).toEqual([
      [{}, { from: 'CO-productClass-deadlines', to: null }],
      [{ productClass: 'CLASS_III' }, { from: 'CO-productClass-deadlines', to: 'AL-P-01' }],
    ])
  })
})

describe('documents that change', () => {
  it('are told when they come into force (GEN-4, GEN-5)', () => {
    const file = company('settings', 'key: survey.validity, value: 30 days')
    const before = { book: parsePolicies(shipped), version }
    expect(diffPolicies(before, { book: parsePolicies([...shipped, file]), version })).toEqual([
      {
        subject: 'DOCUMENT',
        key: 'CO-company-settings',
        aspect: 'inForce',
        rules: [],
        context: {},
        from: { zh: '无', en: 'none' },
        to: { zh: 'Own rules，2026-01-01 起', en: 'Own rules, from 2026-01-01' },
        effect: 'OTHER',
        decidedBy: { from: null, to: 'CO-company-settings' },
      },
    ])
  })
})

describe('a calendar that changes', () => {
  const body = shipped.find(({ name }) => name === 'calendars.yaml')?.text.split('\ncalendars:')[1] ?? ''
  const calendar = (from: string, to: string) => {
    expect(body).toContain(from)
    return companyFile('calendars', version, `calendars:${body.replace(from, to)}`)
  }

  it('tells its version, and the first day with other hours', () => {
    const extra = 'version: "2026-b"\n    exceptions: [{ date: \'2026-10-10\', kind: HOLIDAY, name: Jubilee }]'
    // 10 October 2026 is a Saturday that is worked for the National Day holiday: open until it is made free.
    expect(briefly(changesBy(calendar('version: "2026"', extra)))).toEqual([
      ['cn-office', 'calendar', 'cn-office 2026 (Asia/Shanghai)', 'cn-office 2026-b (Asia/Shanghai)', 'OTHER'],
      ['cn-office', 'hours', '2026-10-10: 09:00-12:00, 13:30-18:00', '2026-10-10: closed', 'OTHER'],
    ])
  })

  it('tells other hours although the version says nothing of them, and how many days there are', () => {
    const changes = changesBy(calendar('FRI: ["09:00-12:00", "13:30-18:00"]', 'FRI: ["09:00-12:00", "13:30-24:00"]'))
    expect(changes).toHaveLength(1)
    expect(changes[0]?.aspect).toBe('hours')
    expect(changes[0]?.to.en).toMatch(/^\d{4}-\d\d-\d\d: 09:00-12:00, 13:30-24:00 \(and \d+ more days\)$/)
    expect(changes[0]?.to.zh).toMatch(/^\d{4}-\d\d-\d\d：09:00-12:00, 13:30-24:00（另有 \d+ 天不同）$/)
  })

  it('tells the zone', () => {
    const moved = companyFile(
      'calendars',
      version,
      `tenant: { zone: Asia/Urumqi, calendar: cn-office }\ncalendars:${body.replace('Asia/Shanghai', 'Asia/Urumqi')}`,
    )
    expect(briefly(changesBy(moved))).toEqual([
      ['cn-office', 'calendar', 'cn-office 2026 (Asia/Shanghai)', 'cn-office 2026 (Asia/Urumqi)', 'OTHER'],
      ['cn-office', 'zone', 'Asia/Shanghai', 'Asia/Urumqi', 'OTHER'],
    ])
  })
})
