import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { companyFile, problemsOf, saoPauloCompany } from './fixtures.ts'
import type { PolicyFile } from './index.ts'

const folder = new URL('../../policies/', import.meta.url)
const shipped: readonly PolicyFile[] = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))

/** The shipped files, one of them changed. */
function withChange(name: string, from: string, to: string): readonly PolicyFile[] {
  const changed = shipped.map((file) => (file.name === name ? { name, text: file.text.replace(from, to) } : file))
  expect(changed).not.toEqual(shipped)
  return changed
}

describe('a policy set with faults', () => {
  it('names file and line of each, all at once', () => {
    const files = [
      ...withChange('deadlines.yaml', 'limit: 2 hours', 'limit: two hours').filter(
        ({ name }) => name !== 'settings.yaml',
      ),
      companyFile(
        'settings',
        '2026-01-01',
        'settings:\n  - { key: survey.validty, value: 30 days }\n  - { key: survey.validity, value: 30 }',
      ),
      { name: 'broken.yaml', text: 'document: {\n  number: [1\n' },
    ]
    const verify =
      shipped
        .find(({ name }) => name === 'deadlines.yaml')
        ?.text.split('\n')
        .findIndex((text) => text.includes('limit: 2 hours')) ?? 0
    const problems = problemsOf(files)
    expect(problems).toContain(
      `deadlines.yaml:${verify + 1}: a limit of clock 'elapsed' reads '30 minutes' or '24 hours'`,
    )
    expect(problems).toContain(
      "company-settings-2026-01-01.yaml:20: 'survey.validity' must be a duration such as '30 days'",
    )
    expect(problems.join('\n')).toMatch(/company-settings-2026-01-01\.yaml:19: 'key' must be one of survey\.validity/)
    expect(problems.join('\n')).toMatch(/^broken\.yaml:\d+: /m)
  })

  it.each([
    ['an unknown key', 'deadlines.yaml', 'statutory: true', 'statutary: true', "unknown key 'statutary'"],
    [
      'a description where values stand that are computed with',
      'deadlines.yaml',
      'describes:\n      start: OrderPlaced\n',
      'start: OrderPlaced\n    describes:\n',
      "unknown key 'start'",
    ],
    [
      'a row that says in no words what begins it',
      'deadlines.yaml',
      '      start: OrderPlaced\n',
      '',
      "'start' is missing",
    ],
    ['an unknown description', 'deadlines.yaml', 'stop: GoodsShipped', 'stops: GoodsShipped', "unknown key 'stops'"],
    [
      'an unknown role',
      'deadlines.yaml',
      'escalateTo: SALES_MANAGER',
      'escalateTo: BOSS',
      "'escalateTo' must be one of",
    ],
    ['an unknown rule (GEN-3)', 'deadlines.yaml', 'rule: ORD-1', 'rule: ORD-99', "'rule' must be one of"],
    [
      'a limit of zero hours',
      'deadlines.yaml',
      'limit: 2 hours',
      'limit: 0 hours',
      "a limit of clock 'elapsed' reads '30 minutes' or '24 hours'",
    ],
    ['a limit of zero days', 'deadlines.yaml', 'limit: 3 days', 'limit: 0 days', "the limit must read like '3 days'"],
    [
      'a setting of zero',
      'settings.yaml',
      'retention.yearsAfterExpiry, value: 2',
      'retention.yearsAfterExpiry, value: 0',
      "'retention.yearsAfterExpiry' must be a whole number from 1 on",
    ],
    [
      'a setting twice',
      'settings.yaml',
      'key: survey.minimumAnonymousAnswers, value: 5',
      'key: survey.validity, value: 20 days',
      "setting 'survey.validity' is listed twice",
    ],
    ['a target twice', 'targets.yaml', 'kpi: KPI-2,', 'kpi: KPI-1,', "target of 'KPI-1' is listed twice"],
    [
      'an unknown reopening',
      'deadlines.yaml',
      'limit: 2 hours',
      'limit: 2 hours\n    reopening: forgets',
      "'reopening' must be one of keeps, resumes, restarts",
    ],
    [
      'an unknown key in a header (GEN-4)',
      'targets.yaml',
      '  approver: LEADERSHIP\n',
      '  approver: LEADERSHIP\n  signatory: LEADERSHIP\n',
      "unknown key 'signatory'",
    ],
    [
      'a deadline twice',
      'deadlines.yaml',
      'key: order.delivery',
      'key: order.confirm',
      "'order.confirm' is listed twice",
    ],
    [
      'a limit on a fixed clock',
      'deadlines.yaml',
      'clock: fixed',
      'clock: fixed\n    limit: 3 days',
      "clock 'fixed' takes no limit",
    ],
    [
      'a mode on another clock',
      'deadlines.yaml',
      'limit: 2 hours',
      'limit: 2 hours\n    mode: endOfDay',
      "clock 'elapsed' takes no mode",
    ],
    ['an impossible percentage', 'deadlines.yaml', 'warnAtPercent: 75', 'warnAtPercent: 120', 'from 1 to 100'],
    [
      'an impossible date (GEN-4)',
      'targets.yaml',
      '"2026-01-01"',
      '"2026-02-30"',
      "'2026-02-30' is not an existing day",
    ],
    ['no approver (GEN-4)', 'targets.yaml', '  approver: LEADERSHIP\n', '', "'approver' is missing"],
    [
      'an unknown layer',
      'targets.yaml',
      'layer: regulation',
      'layer: department',
      "'layer' must be one of regulation, company, productClass, contract",
    ],
    [
      'an unknown zone',
      'calendars.yaml',
      'zone: Asia/Shanghai, calendar',
      'zone: Asia/Nowhere, calendar',
      'not an IANA time zone',
    ],
    [
      'an unknown calendar',
      'calendars.yaml',
      'calendar: cn-office',
      'calendar: cn-shop',
      "there is no calendar 'cn-shop'",
    ],
    [
      'an interval that is none',
      'calendars.yaml',
      'MON: ["09:00-12:00"',
      'MON: ["09:00"',
      "MON: '09:00-' is not an interval",
    ],
    ['a year without a notice', 'calendars.yaml', 'noticesUpTo: 2026', 'noticesUpTo: 2027', 'Chinese holidays of 2027'],
    ['a list that is none', 'targets.yaml', 'targets:\n', 'targets: {}\nothers:\n', "'targets' must be a list"],
    [
      'two targets in one',
      'targets.yaml',
      'atLeastPercent: 100',
      'atLeastPercent: 100, trend: rising',
      'exactly one of',
    ],
  ])('refuses %s', (_, name, from, to, reason) => {
    const problems = problemsOf(withChange(name, from, to))
    expect(problems.filter((problem) => problem.includes(reason) && /^[\w-]+\.yaml:\d+: /.test(problem))).toHaveLength(
      1,
    )
  })

  it('says what the regulation layer lacks', () => {
    const without = shipped.filter(({ name }) => name !== 'settings.yaml')
    expect(problemsOf(without)).toContain(
      "(settings):1: no document of the regulation layer gives setting 'survey.validity'",
    )
    expect(problemsOf([])).toEqual(['(policies):1: there is no approved policy document'])
  })

  it('refuses the same document twice, two documents that change one deadline, and two zones', () => {
    const row = 'deadlines: [{ key: order.confirm, clock: elapsed, limit: 12 hours }]'
    const first = companyFile('deadlines', '2026-01-01', row)
    const second = { name: 'second.yaml', text: first.text.replace('number: CO-company-deadlines', 'number: CO-2') }
    expect(problemsOf([...shipped, first, { ...first, name: 'copy.yaml' }])).toContain(
      'copy.yaml:1: document CO-company-deadlines of 2026-01-01 is there twice',
    )
    expect(problemsOf([...shipped, first, second])).toEqual([
      "second.yaml:18: 'order.confirm' is changed by two documents for everything",
    ])
    const moved = {
      name: 'moved.yaml',
      text: saoPauloCompany.text
        .replaceAll('America/Sao_Paulo', 'Europe/Berlin')
        .replaceAll('2016-01-01', '2017-01-01'),
    }
    expect(problemsOf([...shipped, saoPauloCompany, moved])).toEqual([
      expect.stringMatching("the tenant's zone is also given as"),
    ])
  })
})
