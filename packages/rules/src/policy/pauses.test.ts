import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { deadlineKeys } from '../catalogue/entry.ts'
import { companyFile, FIRST_BODY_LINE, policyFile, problemsOf } from './fixtures.ts'
import { type DeadlineKey, type PolicyFile, parsePolicies, pauseReasons } from './index.ts'

const folder = new URL('../../policies/', import.meta.url)
const shipped: readonly PolicyFile[] = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))
const regulations = parsePolicies(shipped)
const version = '2026-01-01'

const CUSTOMER = 'pauses: [WAITING_FOR_CUSTOMER]'
const BOTH = 'pauses: [WAITING_FOR_SUPPLIER, WAITING_FOR_CUSTOMER]'
const row = (text: string) => companyFile('deadlines', version, `deadlines:\n  - { ${text} }`)
const withRow = (text: string) => parsePolicies([...shipped, row(text)])
const refusal = (text: string) => problemsOf([...shipped, row(text)])
const at = (reason: string) => [`company-deadlines-${version}.yaml:${FIRST_BODY_LINE + 1}: ${reason}`]

/** The limits of a kind, each of a clock that measures a stretch of time. */
const measured = (basis: 'REGULATION' | 'PROPOSED', isStatutory: boolean): readonly DeadlineKey[] => {
  const clocks: readonly string[] = ['elapsed', 'business', 'calendarDays', 'calendarYears', 'workingDays']
  const found = regulations
    .deadlines(version)
    .filter((policy) => policy.basis === basis && policy.isStatutory === isStatutory && clocks.includes(policy.clock))
  return found.map(({ key }) => key)
}
const neverPaused: readonly DeadlineKey[] = [
  'complaint.verify',
  'complaint.opinion.quality',
  'complaint.opinion.other',
  ...regulations.deadlines(version).flatMap(({ key, isStatutory }) => (isStatutory ? [key] : [])),
]

describe('the reasons for a pause', () => {
  it('are known by name in both languages', () => {
    expect(pauseReasons.map(({ id }) => id)).toEqual(['WAITING_FOR_CUSTOMER', 'WAITING_FOR_SUPPLIER'])
    for (const { name } of pauseReasons) expect(name.zh).toMatch(/^\p{Script=Han}+$/u)
  })

  it('are refused by any other name, and so is a pause that is no list', () => {
    expect(refusal('key: contact.first, pauses: [WEATHER]')).toEqual(
      at("'pauses' must be among WAITING_FOR_CUSTOMER, WAITING_FOR_SUPPLIER"),
    )
    expect(refusal('key: contact.first, pauses: WAITING_FOR_CUSTOMER')).toEqual(at("'pauses' must be a list of texts"))
  })
})

describe('the regulations', () => {
  it('pause nothing (C40)', () => {
    expect(regulations.deadlines(version).filter(({ pauses }) => pauses.length > 0)).toEqual([])
  })

  it('may not pause even a limit that they only propose (C40)', () => {
    const changed = shipped.map(({ name, text }) => ({
      name,
      text: text.replace('key: contact.first', `key: contact.first\n    ${CUSTOMER}`),
    }))
    expect(problemsOf(changed)).toEqual([
      expect.stringMatching(/^deadlines\.yaml:\d+: no regulation pauses 'contact\.first': only a company's own/),
    ])
  })
})

describe('a company', () => {
  it.each(neverPaused)('can never pause %s, approved or not (C40)', (key) => {
    for (const approval of ['', ', approvedBy: LEADERSHIP']) {
      expect(refusal(`key: ${key}, ${CUSTOMER}${approval}`)).toEqual(at(`'${key}' can never be paused (C40)`))
    }
  })

  it('lets complaint.handle wait for the customer only with an approver, and it is reported (C40)', () => {
    expect(refusal(`key: complaint.handle, ${CUSTOMER}`)).toEqual(
      at(
        "'complaint.handle' (waiting for the customer) is laxer than the regulation (no pause) and names no approver: add 'approvedBy'",
      ),
    )
    const book = withRow(`key: complaint.handle, ${CUSTOMER}, approvedBy: LEADERSHIP, reason: many sites`)
    expect(book.deadline('complaint.handle', version)).toMatchObject({
      pauses: ['WAITING_FOR_CUSTOMER'],
      limit: { en: '1 working day' },
      layer: 'regulation',
    })
    expect(book.overrides).toEqual([
      {
        version,
        key: 'complaint.handle',
        aspect: 'pauses',
        rule: 'CMP-3',
        regulation: 'no pause',
        company: 'waiting for the customer',
        layer: 'company',
        appliesTo: [],
        approvedBy: 'LEADERSHIP',
        reason: 'many sites',
        file: `company-deadlines-${version}.yaml`,
        line: FIRST_BODY_LINE + 1,
      },
    ])
  })

  it.each([BOTH, 'pauses: [WAITING_FOR_SUPPLIER]'])(
    'never lets complaint.handle wait otherwise: %s (C40)',
    (pauses) => {
      expect(refusal(`key: complaint.handle, ${pauses}, approvedBy: LEADERSHIP`)).toEqual(
        at("'complaint.handle' may wait for nothing but the customer (C40)"),
      )
    },
  )

  it.each(measured('PROPOSED', false))('pauses %s, a limit of its own, as it likes (C40)', (key) => {
    const book = withRow(`key: ${key}, ${BOTH}`)
    // In the order in which the reasons are known, whatever the file's order is.
    expect(book.deadline(key, version).pauses).toEqual(['WAITING_FOR_CUSTOMER', 'WAITING_FOR_SUPPLIER'])
    expect(book.overrides).toEqual([])
  })

  it.each(measured('REGULATION', false).filter((key) => key !== 'complaint.handle' && !neverPaused.includes(key)))(
    'does not pause %s, whose number a regulation gives (C40)',
    (key) => {
      expect(refusal(`key: ${key}, ${CUSTOMER}, approvedBy: LEADERSHIP`)).toEqual(
        at(`'${key}' is a regulation's limit and cannot be paused (C40)`),
      )
    },
  )

  it.each(['report.weekly', 'target.monthly', 'visit.monthly', 'report.daily', 'order.delivery', 'project.contacts'])(
    'does not pause %s, which ends at a moment of the calendar or of a contract',
    (key) => {
      expect(refusal(`key: ${key}, ${CUSTOMER}, approvedBy: LEADERSHIP`)).toEqual(
        at(`'${key}' ends at a moment of the calendar, which no pause moves`),
      )
    },
  )

  it('does not pause a limit that it moves to a moment of the calendar', () => {
    expect(refusal(`key: contact.first, clock: endOfDay, ${CUSTOMER}`)).toEqual(
      at("'contact.first' ends at a moment of the calendar, which no pause moves"),
    )
  })

  it('may say of every limit that nothing pauses it', () => {
    const rows = deadlineKeys.map((key) => `  - { key: ${key}, pauses: [] }`)
    const book = parsePolicies([...shipped, companyFile('deadlines', version, ['deadlines:', ...rows].join('\n'))])
    expect(book.deadlines(version).map(({ pauses }) => pauses)).toEqual(deadlineKeys.map(() => []))
  })
})

describe('a pause of an inner layer', () => {
  const own = row(`key: contact.first, ${CUSTOMER}`)
  const ofClass = (text: string) =>
    policyFile({ kind: 'deadlines', layer: 'productClass', appliesTo: '[CLASS_III]', body: `deadlines: [{ ${text} }]` })
  const ofContract = (text: string) =>
    policyFile({ kind: 'deadlines', layer: 'contract', appliesTo: '[K-1]', body: `deadlines: [{ ${text} }]` })
  const pausesIn = (files: readonly PolicyFile[], context: object) =>
    parsePolicies([...shipped, own, ...files]).deadline('contact.first', version, context).pauses

  it('replaces that of the company where it is said, for its class only (C18, C40)', () => {
    const none = ofClass('key: contact.first, pauses: []')
    expect(pausesIn([none], { productClass: 'CLASS_III' })).toEqual([])
    expect(pausesIn([none], { productClass: 'CLASS_II' })).toEqual(['WAITING_FOR_CUSTOMER'])
    expect(pausesIn([ofClass('key: contact.first, warnAtPercent: 50')], { productClass: 'CLASS_III' })).toEqual([
      'WAITING_FOR_CUSTOMER',
    ])
  })

  it('holds in the stricter form where class and contract differ (C40)', () => {
    const files = [ofClass('key: contact.first, pauses: []'), ofContract(`key: contact.first, ${BOTH}`)]
    expect(pausesIn(files, { contractId: 'K-1' })).toEqual(['WAITING_FOR_CUSTOMER', 'WAITING_FOR_SUPPLIER'])
    expect(pausesIn(files, { productClass: 'CLASS_III', contractId: 'K-1' })).toEqual([])
  })

  it('is refused where the class has made the limit a moment of the calendar', () => {
    const files = [
      ofClass('key: contact.first, clock: endOfDay, pauses: []'),
      ofContract(`key: contact.first, ${CUSTOMER}, approvedBy: LEADERSHIP`),
    ]
    expect(problemsOf([...shipped, ...files])).toEqual([
      expect.stringMatching(/^CO-contract-deadlines.*:19: 'contact\.first' ends at a moment of the calendar/),
    ])
  })

  it('is refused where an approval could not allow it either (C40)', () => {
    expect(problemsOf([...shipped, ofContract(`key: complaint.verify, ${CUSTOMER}, approvedBy: LEADERSHIP`)])).toEqual([
      expect.stringMatching(/^CO-contract-deadlines.*:19: 'complaint\.verify' can never be paused \(C40\)$/),
    ])
  })
})

describe('a reopening', () => {
  const reopeningOf = (text: string) => withRow(text).deadline('complaint.handle', version).reopening

  it('changes nothing unless a policy says so', () => {
    expect(regulations.deadlines(version).filter(({ reopening }) => reopening !== 'KEEPS')).toEqual([])
  })

  it.each([
    ['keeps', 'KEEPS'],
    ['resumes', 'RESUMES'],
  ])('may be made to mean more by a company without asking: %s', (word, reopening) => {
    expect(reopeningOf(`key: complaint.handle, reopening: ${word}`)).toBe(reopening)
    expect(withRow(`key: complaint.handle, reopening: ${word}`).overrides).toEqual([])
  })

  it('may start the limit anew only with an approver: that forgives a late end before it', () => {
    const anew = row('key: complaint.handle, reopening: restarts')
    expect(problemsOf([...shipped, anew])).toEqual([expect.stringContaining("names no approver: add 'approvedBy'")])
    expect(reopeningOf('key: complaint.handle, reopening: restarts, approvedBy: LEADERSHIP')).toBe('RESTARTS')
  })

  it('means less only with an approver, and it is reported', () => {
    const strict = shipped.map(({ name, text }) => ({
      name,
      text: text.replace('key: complaint.handle\n', 'key: complaint.handle\n    reopening: restarts\n'),
    }))
    expect(parsePolicies(strict).deadline('complaint.handle', version).reopening).toBe('RESTARTS')
    expect(problemsOf([...strict, row('key: complaint.handle, reopening: resumes')])).toEqual(
      at(
        "'complaint.handle' (a reopening lets the limit run on) is laxer than the regulation (a reopening starts the limit anew) and names no approver: add 'approvedBy'",
      ),
    )
    const approved = row('key: complaint.handle, reopening: resumes, approvedBy: LEADERSHIP')
    const book = parsePolicies([...strict, approved])
    expect(book.deadline('complaint.handle', version).reopening).toBe('RESUMES')
    expect(book.overrides).toMatchObject([{ aspect: 'reopening', rule: 'CMP-3' }])
  })
})
