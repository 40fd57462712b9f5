import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type Instant, parseInstant } from '../primitives/instant.ts'
import { checkedProblemsOf, companyFile, policyFile, problemsOf } from './fixtures.ts'
import { checkPolicies, type PolicyFile, parsePolicies } from './index.ts'

const folder = new URL('../../policies/', import.meta.url)
const shipped: readonly PolicyFile[] = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))
const noon = parseInstant('2026-06-01T12:00:00+08:00')

/** A company's settings of one day, complete unless the text is changed. */
const whole = companyFile('settings', '2026-03-01', 'settings: [{ key: survey.validity, value: 20 days }]')
const changed = (from: string, to: string): readonly PolicyFile[] => {
  expect(whole.text).toContain(from)
  return [...shipped, { ...whole, text: whole.text.replace(from, to) }]
}
const problem = (line: number, reason: string) => [`company-settings-2026-03-01.yaml:${line}: ${reason}`]

describe('a controlled document', () => {
  it('carries number, title, pages, people, days, departments, reason and purpose (GEN-4)', () => {
    const header = parsePolicies([...shipped, whole])
      .documents('2026-03-01')
      .find(({ layer }) => layer === 'company')
    expect(header).toEqual({
      file: 'company-settings-2026-03-01.yaml',
      number: 'CO-company-settings',
      kind: 'settings',
      layer: 'company',
      appliesTo: [],
      title: { zh: 'Own rules', en: 'Own rules' },
      status: 'approved',
      drafter: 'SALES_MANAGER',
      reviewer: 'QUALITY_CONTROL',
      approver: 'LEADERSHIP',
      draftedOn: '2026-03-01',
      reviewedOn: '2026-03-01',
      approvedOn: '2026-03-01',
      effectiveOn: '2026-03-01',
      pageCount: 2,
      executingDepartments: ['SALES_MANAGER', 'AFTER_SALES'],
      changeReason: { zh: 'Own needs', en: 'Own needs' },
      changePurpose: { zh: 'Faster answers', en: 'Faster answers' },
    })
  })

  it.each(['draftedOn', 'reviewedOn', 'approvedOn', 'pageCount', 'executingDepartments', 'changePurpose'])(
    'is refused without %s (GEN-4)',
    (key) => {
      const lines = whole.text.split('\n').filter((text) => !text.startsWith(`  ${key}:`))
      const problems = problemsOf([...shipped, { ...whole, text: lines.join('\n') }])
      expect(problems.filter((problem) => problem.includes(`'${key}' is missing`))).toHaveLength(1)
    },
  )

  it.each([
    ['no pages', '  pageCount: 2', '  pageCount: 0', 14, "'pageCount' must be a whole number from 1 to 10000"],
    ['half a page', '  pageCount: 2', '  pageCount: 1.5', 14, "'pageCount' must be a whole number from 1 to 10000"],
    [
      'no department',
      '[SALES_MANAGER, AFTER_SALES]',
      '[]',
      15,
      "'executingDepartments' must list at least one text, and none twice",
    ],
    [
      'a department twice',
      '[SALES_MANAGER, AFTER_SALES]',
      '[SALES_MANAGER, SALES_MANAGER]',
      15,
      "'executingDepartments' must list at least one text, and none twice",
    ],
    [
      'departments in one text',
      '[SALES_MANAGER, AFTER_SALES]',
      'Sales',
      15,
      "'executingDepartments' must be a list of texts",
    ],
    [
      'a reason in one language only',
      'changeReason: Own needs',
      'changeReason: { en: Own needs }',
      16,
      "'zh' is missing",
    ],
    ['an empty purpose', 'changePurpose: Faster answers', "changePurpose: ' '", 17, "'changePurpose' must be a text"],
    [
      'an unknown status',
      'status: approved',
      'status: signed',
      6,
      "'status' must be one of drafted, reviewed, approved",
    ],
    ['no number', '  number: CO-company-settings\n', '', 2, "'number' is missing"],
    ['no title', '  title: Own rules\n', '', 2, "'title' is missing"],
    ['no execution date', "  effectiveOn: '2026-03-01'\n", '', 2, "'effectiveOn' is missing"],
    ['no reason', '  changeReason: Own needs\n', '', 2, "'changeReason' is missing"],
  ])('is refused with %s (GEN-4)', (_, from, to, line, reason) => {
    expect(problemsOf(changed(from, to))).toEqual(problem(line, reason))
  })
})

describe('the steps of a document', () => {
  it.each([
    ['reviewer', 8],
    ['approver', 9],
  ])('are not taken by one person: the %s is another than the drafter (GEN-5)', (role, line) => {
    const [from, to] = [new RegExp(`  ${role}: \\w+`).exec(whole.text)?.[0] ?? '', `  ${role}: SALES_MANAGER`]
    expect(problemsOf(changed(from, to))).toEqual(problem(line, `the ${role} must be another than the drafter`))
  })

  it('may be reviewed and approved by the same (GEN-5)', () => {
    expect(problemsOf(changed('approver: LEADERSHIP', 'approver: QUALITY_CONTROL'))).toEqual([])
  })

  it.each([
    [
      "draftedOn: '2026-03-01'",
      "draftedOn: '2026-03-02'",
      11,
      "'reviewedOn' (2026-03-01) lies before 'draftedOn' (2026-03-02)",
    ],
    [
      "reviewedOn: '2026-03-01'",
      "reviewedOn: '2026-03-02'",
      12,
      "'approvedOn' (2026-03-01) lies before 'reviewedOn' (2026-03-02)",
    ],
    [
      "approvedOn: '2026-03-01'",
      "approvedOn: '2026-03-02'",
      13,
      "'effectiveOn' (2026-03-01) lies before 'approvedOn' (2026-03-02)",
    ],
  ])('follow each other: %s', (from, to, line, reason) => {
    expect(problemsOf(changed(from, to))).toEqual(problem(line, `${reason}`))
  })

  it('may all fall on one day, or on days in order (GEN-5)', () => {
    expect(problemsOf([...shipped, whole])).toEqual([])
    expect(problemsOf(changed("draftedOn: '2026-03-01'", "draftedOn: '2026-02-28'"))).toEqual([])
  })

  it.each([
    [
      'drafted',
      [
        "reviewedOn: a document that is only drafted has no 'reviewedOn'",
        "approvedOn: a document that is only drafted has no 'approvedOn'",
      ],
    ],
    ['reviewed', ["approvedOn: a document that is only reviewed has no 'approvedOn'"]],
  ])('that a %s document has not taken have no day (GEN-5)', (status, reasons) => {
    const lines = { reviewedOn: 11, approvedOn: 12 }
    const expected = reasons.map((reason) => {
      const [key = '', text = ''] = reason.split(': ')
      return problem(key === 'reviewedOn' ? lines.reviewedOn : lines.approvedOn, text)[0]
    })
    expect(problemsOf(changed('status: approved', `status: ${status}`))).toEqual(expected)
  })
})

describe('a document that is not approved', () => {
  const pending = (status: 'drafted' | 'reviewed', body = 'settings: [{ key: survey.validity, value: 10 days }]') =>
    policyFile({ kind: 'settings', status, effectiveOn: '2026-02-01', number: 'CO-9', body })

  it.each(['drafted', 'reviewed'] as const)('never takes effect while it is %s (GEN-5)', (status) => {
    const book = parsePolicies([...shipped, pending(status)])
    expect(book.versions).toEqual(['2026-01-01'])
    expect(book.setting('survey.validity', '2026-01-01')).toBe(30 * 86_400_000)
    expect(book.documents('2026-01-01').map(({ number }) => number)).not.toContain('CO-9')
  })

  it('is read and checked all the same', () => {
    const wrong = pending('drafted', 'settings: [{ key: survey.validity, value: soon }]')
    expect(problemsOf([...shipped, wrong])).toEqual([
      expect.stringMatching(/^CO-9-2026-02-01\.yaml:\d+: 'survey\.validity' must be a duration/),
    ])
  })

  it('lacks nothing that it will need: what approval would meet is told beforehand, and stops nothing', () => {
    const laxer = pending('reviewed', 'settings:\n  - { key: retention.yearsAfterExpiry, value: 1 }')
    expect(problemsOf([...shipped, laxer])).toEqual([])
    expect(checkedProblemsOf([...shipped, laxer], noon)).toEqual([
      "CO-9-2026-02-01.yaml:18: 'retention.yearsAfterExpiry' (1) is laxer than the regulation (2) and names no approver: add 'approvedBy'",
    ])
    expect(checkPolicies([...shipped, laxer], noon).book?.versions).toEqual(['2026-01-01'])
  })

  it('does not stand in for the approved ones', () => {
    expect(problemsOf([pending('drafted')])).toEqual(['(policies):1: there is no approved policy document'])
  })
})

describe('the state of a document', () => {
  const revision = (effectiveOn: string, status?: 'drafted' | 'reviewed') =>
    policyFile({
      kind: 'settings',
      effectiveOn,
      ...(status ? { status } : {}),
      body: 'settings: [{ key: survey.validity, value: 10 days }]',
    })
  const files = [
    ...shipped,
    revision('2026-02-01'),
    revision('2026-05-01'),
    revision('2026-08-01'),
    revision('2026-09-01', 'reviewed'),
    revision('2026-10-01', 'drafted'),
  ]
  const book = parsePolicies(files)
  const statesAt = (at: Instant) =>
    book
      .documentStates(at)
      .filter(({ header }) => header.layer === 'company')
      .map(({ header, state }) => [header.effectiveOn, state])

  it('is drafted, reviewed, approved, effective, then superseded (GEN-5)', () => {
    expect(statesAt(noon)).toEqual([
      ['2026-02-01', 'SUPERSEDED'],
      ['2026-05-01', 'EFFECTIVE'],
      ['2026-08-01', 'APPROVED'],
      ['2026-09-01', 'REVIEWED'],
      ['2026-10-01', 'DRAFTED'],
    ])
  })

  it('changes at midnight of the execution date in the tenant zone (GEN-5)', () => {
    const [lastMoment, firstMoment] = ['2026-07-31T23:59:59.999+08:00', '2026-08-01T00:00:00+08:00']
    expect(statesAt(parseInstant(lastMoment)).slice(1, 3)).toEqual([
      ['2026-05-01', 'EFFECTIVE'],
      ['2026-08-01', 'APPROVED'],
    ])
    expect(statesAt(parseInstant(firstMoment)).slice(1, 3)).toEqual([
      ['2026-05-01', 'SUPERSEDED'],
      ['2026-08-01', 'EFFECTIVE'],
    ])
  })

  it('never goes beyond the step that was taken, however late it is (GEN-5)', () => {
    expect(statesAt(parseInstant('2030-01-01T00:00:00Z')).map(([, state]) => state)).toEqual([
      'SUPERSEDED',
      'SUPERSEDED',
      'EFFECTIVE',
      'REVIEWED',
      'DRAFTED',
    ])
  })

  it('depends on the revisions of that document only', () => {
    const states = new Set(
      book
        .documentStates(noon)
        .filter(({ header }) => header.layer === 'regulation')
        .map(({ state }) => state),
    )
    expect([...states]).toEqual(['EFFECTIVE'])
  })
})
