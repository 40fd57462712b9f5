import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { productClasses } from './context.ts'
import { companyFile, lineOf, policyFile, problemsOf } from './fixtures.ts'
import { type PolicyContext, type PolicyFile, parsePolicies } from './index.ts'

const folder = new URL('../../policies/', import.meta.url)
const shipped: readonly PolicyFile[] = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))
const version = '2026-01-01'
const CLASS_III = { productClass: 'CLASS_III' } as const
const K1 = { contractId: 'K-1' } as const
const BOTH = { ...CLASS_III, ...K1 } as const

/** A document of a layer with rows for deadlines, or entries for settings. */
const document = (layer: string, appliesTo: string | undefined, kind: string, ...rows: readonly string[]) =>
  policyFile({
    kind,
    layer,
    ...(appliesTo === undefined ? {} : { appliesTo }),
    body: [`${kind}:`, ...rows.map((row) => `  - { ${row} }`)].join('\n'),
  })
const ofCompany = (...rows: readonly string[]) => document('company', undefined, 'deadlines', ...rows)
const ofClass = (...rows: readonly string[]) => document('productClass', '[CLASS_III]', 'deadlines', ...rows)
const ofContract = (...rows: readonly string[]) => document('contract', '[K-1]', 'deadlines', ...rows)
const hours = (count: number) => `key: order.confirm, clock: elapsed, limit: ${count} hours`
const approved = ', approvedBy: LEADERSHIP'
const limitIn = (files: readonly PolicyFile[], context: PolicyContext, key = 'order.confirm') =>
  parsePolicies([...shipped, ...files]).deadline(key, version, context).limit.en

describe('without documents of inner layers', () => {
  it('every rule holds for every product class and contract alike (C37)', () => {
    const book = parsePolicies(shipped)
    for (const productClass of productClasses) {
      const context = { productClass, contractId: 'K-1' }
      expect(book.deadlines(version, context)).toEqual(book.deadlines(version))
      expect(book.settings(version, context)).toEqual(book.settings(version))
    }
    expect(book.contexts(version)).toEqual([])
  })

  it('no class and no contract are the same as none given', () => {
    const book = parsePolicies([...shipped, ofClass(hours(12)), ofContract(hours(6))])
    const nothing = { productClass: null, contractId: null }
    expect(book.deadline('order.confirm', version, nothing).limit.en).toBe('24 hours')
    expect(book.deadline('order.confirm', version).limit.en).toBe('24 hours')
  })
})

describe('a document of a product class', () => {
  const book = parsePolicies([...shipped, ofClass(hours(12))])

  it('holds for the classes that it names, and for no other (C18)', () => {
    const limits = productClasses.map((productClass) => [
      productClass,
      book.deadline('order.confirm', version, { productClass }).limit.en,
    ])
    expect(limits).toEqual([
      ['UNREGULATED', '24 hours'],
      ['CLASS_I', '24 hours'],
      ['CLASS_II', '24 hours'],
      ['CLASS_III', '12 hours'],
    ])
    expect(book.deadline('order.confirm', version, { ...CLASS_III, contractId: 'K-9' }).limit.en).toBe('12 hours')
    expect(book.contexts(version)).toEqual([CLASS_III])
  })

  it('tells which document of which layer decided what (GEN-3)', () => {
    const { layer, rule, decidedBy } = book.deadline('order.confirm', version, CLASS_III)
    expect([layer, rule]).toEqual(['productClass', 'ORD-1'])
    expect(decidedBy.limit).toEqual({ layer: 'productClass', number: 'CO-productClass-deadlines' })
    expect(decidedBy.escalateTo).toEqual({ layer: 'regulation', number: 'AL-P-01' })
  })

  it('may be for several classes', () => {
    const both = document('productClass', '[CLASS_III, CLASS_II]', 'deadlines', hours(12))
    expect(limitIn([both], { productClass: 'CLASS_II' })).toBe('12 hours')
    expect(parsePolicies([...shipped, both]).contexts(version)).toEqual([{ productClass: 'CLASS_II' }, CLASS_III])
  })

  it('is measured by the company it is of: what is laxer than that needs an approver, and is reported', () => {
    const company = ofCompany(hours(10))
    const laxer = ofClass(hours(12))
    expect(problemsOf([...shipped, company, laxer])).toEqual([
      `${laxer.name}:${lineOf(laxer, 'order.confirm')}: 'order.confirm' (12 hours) is laxer than the company (10 hours) and names no approver: add 'approvedBy'`,
    ])
    const book = parsePolicies([...shipped, company, ofClass(hours(12) + approved)])
    expect(book.deadline('order.confirm', version, CLASS_III).limit.en).toBe('12 hours')
    expect(book.deadline('order.confirm', version).limit.en).toBe('10 hours')
    expect(book.overrides).toMatchObject([
      { regulation: '10 hours', company: '12 hours', layer: 'productClass', appliesTo: ['CLASS_III'], rule: 'ORD-1' },
    ])
  })

  it('is refused when a second one for a class changes the same limit, unless the classes differ', () => {
    const second = (appliesTo: string) => ({
      ...document('productClass', appliesTo, 'deadlines', hours(6)),
      name: 'second.yaml',
    })
    const renumbered = (appliesTo: string) => {
      const { name, text } = second(appliesTo)
      return { name, text: text.replace('number: CO-', 'number: CP-') }
    }
    expect(problemsOf([...shipped, ofClass(hours(12)), renumbered('[CLASS_III, CLASS_I]')])).toEqual([
      "second.yaml:20: 'order.confirm' is changed by two documents for product class CLASS_III",
    ])
    expect(limitIn([ofClass(hours(12)), renumbered('[CLASS_I]')], { productClass: 'CLASS_I' })).toBe('6 hours')
  })
})

describe('a document of a contract', () => {
  it('holds for the contracts that it names, and for no other (C18)', () => {
    const files = [document('contract', '[K-1, K-2]', 'deadlines', hours(8))]
    expect(
      [K1, { contractId: 'K-2' }, { contractId: 'K-3' }, CLASS_III].map((context) => limitIn(files, context)),
    ).toEqual(['8 hours', '8 hours', '24 hours', '24 hours'])
    expect(limitIn(files, BOTH)).toBe('8 hours')
  })

  it('adds those who are told, and takes nobody away', () => {
    const informed = ofContract('key: contract.sign, informs: [FINANCE]')
    const policy = parsePolicies([...shipped, informed]).deadline('contract.sign', version, K1)
    expect(policy.informs).toEqual(['LEGAL', 'FINANCE'])
  })
})

describe('a product class and a contract that both say something', () => {
  it.each([
    [6, 12, '6 hours'],
    [12, 6, '6 hours'],
    [12, 12, '12 hours'],
  ])('have the stricter of %i and %i hours', (ofTheClass, ofTheContract, limit) => {
    const files = [ofClass(hours(ofTheClass)), ofContract(hours(ofTheContract))]
    expect(limitIn(files, BOTH)).toBe(limit)
    expect(parsePolicies([...shipped, ...files]).overrides).toEqual([])
  })

  it('have the contract’s laxer one when it is approved, and it is reported', () => {
    const files = [ofClass(hours(6)), ofContract(hours(12) + approved)]
    expect(limitIn(files, BOTH)).toBe('12 hours')
    expect(parsePolicies([...shipped, ...files]).overrides).toMatchObject([
      { regulation: '6 hours', company: '12 hours', layer: 'contract', appliesTo: ['K-1'], approvedBy: 'LEADERSHIP' },
    ])
  })

  it('report an approved contract once, measured by the layer that it relaxes first', () => {
    const files = [ofClass(hours(6)), ofContract(hours(30) + approved)]
    expect(limitIn(files, BOTH)).toBe('30 hours')
    expect(parsePolicies([...shipped, ...files]).overrides.map(({ regulation }) => regulation)).toEqual(['24 hours'])
  })

  it('are refused when their limits cannot be compared and nobody approves the contract’s (C3)', () => {
    const working = 'key: contract.sign, clock: workingDays, limit: 2 working days'
    const elapsed = 'key: contract.sign, clock: elapsed, limit: 30 hours'
    expect(limitIn([ofContract(elapsed)], K1, 'contract.sign')).toBe('30 hours')
    const contract = ofContract(elapsed)
    expect(problemsOf([...shipped, ofClass(working), contract])).toEqual([
      `${contract.name}:${lineOf(contract, 'contract.sign')}: 'contract.sign' (30 hours) is laxer than the product class (2 working days) and names no approver: add 'approvedBy'`,
    ])
    expect(limitIn([ofClass(working), ofContract(elapsed + approved)], BOTH, 'contract.sign')).toBe('30 hours')
  })

  it('keep of each aspect the stricter, and the contract’s where neither is', () => {
    const files = [
      ofClass('key: contract.sign, warnAtPercent: 50, escalateTo: LEADERSHIP, informs: [FINANCE]'),
      ofContract('key: contract.sign, warnAtPercent: 60, escalateTo: LEGAL, informs: [MARKETING]'),
    ]
    const { warnAtPercent, escalateTo, informs, limit, decidedBy } = parsePolicies([...shipped, ...files]).deadline(
      'contract.sign',
      version,
      BOTH,
    )
    expect([warnAtPercent, escalateTo, informs, limit.en]).toEqual([
      50,
      'LEGAL',
      ['LEGAL', 'FINANCE', 'MARKETING'],
      '5 working days',
    ])
    expect([decidedBy.warnAtPercent.layer, decidedBy.escalateTo.layer, decidedBy.limit.layer]).toEqual([
      'productClass',
      'contract',
      'regulation',
    ])
  })

  it('never come to a limit that is due later than that of either, unless approved', () => {
    const anyHours = fc.integer({ min: 1, max: 24 })
    fc.assert(
      fc.property(anyHours, anyHours, (ofTheClass, ofTheContract) => {
        const files = [ofClass(hours(ofTheClass)), ofContract(hours(ofTheContract))]
        const { term } = parsePolicies([...shipped, ...files]).deadline('order.confirm', version, BOTH)
        expect(term).toEqual({ clock: 'elapsed', millis: Math.min(ofTheClass, ofTheContract) * 3_600_000 })
      }),
      { numRuns: 20 },
    )
  })
})

describe('settings of inner layers', () => {
  const setting = (layer: string, appliesTo: string, row: string) => document(layer, appliesTo, 'settings', row)
  const years = (count: number) => `key: retention.yearsAfterExpiry, value: ${count}`

  it('hold for their class, the longer keeping being the stricter (C1)', () => {
    const files = [setting('productClass', '[CLASS_III]', years(10)), setting('contract', '[K-1]', years(5))]
    const book = parsePolicies([...shipped, ...files])
    const kept = [{}, CLASS_III, K1, BOTH].map((context) =>
      book.setting('retention.yearsAfterExpiry', version, context),
    )
    expect(kept).toEqual([2, 10, 5, 10])
    expect(book.settings(version, CLASS_III).find(({ key }) => key === 'retention.yearsAfterExpiry')).toMatchObject({
      value: 10,
      text: { zh: '10', en: '10' },
      decidedBy: { layer: 'productClass', number: 'CO-productClass-settings' },
    })
  })

  it('need an approver to be laxer (C1)', () => {
    const laxer = setting('contract', '[K-1]', years(1))
    expect(problemsOf([...shipped, laxer])).toEqual([
      `${laxer.name}:20: 'retention.yearsAfterExpiry' (1) is laxer than the regulation (2) and names no approver: add 'approvedBy'`,
    ])
  })

  it('are the contract’s where neither direction is stricter', () => {
    const days = (count: number) => `key: survey.validity, value: ${count} days`
    const files = [setting('productClass', '[CLASS_III]', days(10)), setting('contract', '[K-1]', days(90))]
    const DAY = 86_400_000
    expect(parsePolicies([...shipped, ...files]).setting('survey.validity', version, BOTH)).toBe(90 * DAY)
  })

  it.each([
    'survey.minimumAnonymousAnswers, value: 9',
    'recording.maximumBackdating, value: 1 day',
    'customer.activeMonths, value: 24',
  ])('are refused where they have to do with the whole company: %s', (entry) => {
    const file = setting('productClass', '[CLASS_I]', `key: ${entry}`)
    expect(problemsOf([...shipped, file])).toEqual([
      `${file.name}:20: '${entry.split(',')[0]}' holds for the whole company: layer 'productClass' cannot change it`,
    ])
  })
})

describe('laxer values that stand together', () => {
  it('are reported each by itself, although they stand in one line or one row', () => {
    const row = `${hours(30)}, approvedBy: LEADERSHIP`
    const handle = 'key: complaint.handle, clock: workingDays, limit: 2 working days, pauses: [WAITING_FOR_CUSTOMER]'
    const body = `deadlines: [{ ${row} }, { ${handle}, approvedBy: LEADERSHIP }]`
    const { overrides } = parsePolicies([...shipped, companyFile('deadlines', version, body)])
    expect(overrides.map(({ key, aspect, line }) => [key, aspect, line])).toEqual([
      ['order.confirm', 'limit', 18],
      ['complaint.handle', 'limit', 18],
      ['complaint.handle', 'pauses', 18],
    ])
  })

  it('are reported once for all the classes that they are for', () => {
    const both = document('productClass', '[CLASS_II, CLASS_III]', 'deadlines', hours(30) + approved)
    expect(parsePolicies([...shipped, both]).overrides.map(({ appliesTo }) => appliesTo)).toEqual([
      ['CLASS_II', 'CLASS_III'],
    ])
  })
})

describe('what an inner layer cannot change', () => {
  it.each(['report.daily', 'report.weekly', 'target.monthly', 'target.personal', 'backup.daily'])('is %s', (key) => {
    const file = ofContract(`key: ${key}, warnAtPercent: 50`)
    expect(problemsOf([...shipped, file])).toEqual([
      `${file.name}:20: '${key}' holds for the whole company: layer 'contract' cannot change it`,
    ])
    expect(problemsOf([...shipped, ofCompany(`key: ${key}, warnAtPercent: 50`)])).toEqual([])
  })

  it.each([
    ['targets', 'targets: [{ kpi: KPI-1, atLeastPercent: 100 }]'],
    ['calendars', 'calendars: []'],
  ])('are %s', (kind, body) => {
    const file = policyFile({ kind, layer: 'productClass', appliesTo: '[CLASS_I]', body })
    expect(problemsOf([...shipped, file])).toEqual([
      `${file.name}:4: ${kind} hold for the whole company: layer 'productClass' cannot change them`,
    ])
  })
})

describe('the target of a layer', () => {
  const body = `deadlines: [{ ${hours(12)} }]`
  const target = (layer: string, appliesTo?: string) =>
    problemsOf([...shipped, policyFile({ kind: 'deadlines', layer, body, ...(appliesTo ? { appliesTo } : {}) })])

  it.each([
    [
      'an unknown class',
      'productClass',
      '[CLASS_IV]',
      "'appliesTo' must be among UNREGULATED, CLASS_I, CLASS_II, CLASS_III",
    ],
    ['no class', 'productClass', '[]', "'appliesTo' must name a product class"],
    ['a class that is no list', 'productClass', 'CLASS_III', "'appliesTo' must be a list of texts"],
    ['no contract', 'contract', '[]', "'appliesTo' must list at least one text, and none twice"],
    ['a contract twice', 'contract', '[K-1, K-1]', "'appliesTo' must list at least one text, and none twice"],
    ['a nameless contract', 'contract', '[" "]', "'appliesTo' must list at least one text, and none twice"],
    ['a target', 'company', '[K-1]', "a document of layer 'company' holds for everything: it takes no 'appliesTo'"],
  ])('is refused with %s (C18)', (_, layer, appliesTo, reason) => {
    expect(target(layer, appliesTo)).toEqual([expect.stringMatching(/^CO-.*\.yaml:5: /)])
    expect(target(layer, appliesTo)[0]).toContain(`:5: ${reason}`)
  })

  it.each(['productClass', 'contract'])('is not missing on layer %s (C18)', (layer) => {
    expect(target(layer)).toEqual([expect.stringMatching(/:2: 'appliesTo' is missing$/)])
  })

  it('is not the regulations when the file is a company’s', () => {
    const text = shipped.find(({ name }) => name === 'settings.yaml')?.text ?? ''
    const renewed = text.replaceAll('2026-01-01', '2027-01-01')
    const file = { name: 'own.yaml', text: renewed }
    expect(problemsOf([...shipped, { ...file, origin: 'COMPANY' }])).toEqual([
      "own.yaml:5: a company's file cannot speak for the regulations: its layer is company or an inner one",
    ])
    expect(problemsOf([...shipped, { ...file, origin: 'SHIPPED' }])).toEqual([])
    expect(
      problemsOf([...shipped, { ...companyFile('settings', version, 'settings: []'), origin: 'COMPANY' }]),
    ).toEqual([])
  })
})

describe('a row of a company', () => {
  it.each([
    ['says nothing', 'key: order.confirm', "nothing is said of 'order.confirm'"],
    ['has an approver only', 'key: order.confirm, approvedBy: LEADERSHIP', "nothing is said of 'order.confirm'"],
    ['has a mode without a clock', 'key: complaint.handle, mode: endOfDay', "'clock' is missing"],
    ['has a limit without a clock', 'key: order.confirm, limit: 12 hours', "'clock' is missing"],
    ['changes what only regulations say', `${hours(12)}, basis: PROPOSED`, "unknown key 'basis'"],
  ])('is refused when it %s', (_, row, reason) => {
    expect(problemsOf([...shipped, ofCompany(row)])).toEqual([`CO-company-deadlines-2026-01-01.yaml:19: ${reason}`])
  })

  it('cannot change the warning of everything at once', () => {
    const file = companyFile('deadlines', version, `warnAtPercent: 100\ndeadlines: [{ ${hours(12)} }]`)
    expect(problemsOf([...shipped, file])).toEqual([`${file.name}:18: unknown key 'warnAtPercent'`])
  })
})
