import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../primitives/instant.ts'
import { companyFile, policyFile, saoPauloCompany } from './fixtures.ts'
import { checkPolicies, type PolicyFile, parsePolicies } from './index.ts'

const folder = new URL('../../policies/', import.meta.url)
const shipped: readonly PolicyFile[] = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))
const noon = parseInstant('2026-06-01T12:00:00+08:00')

describe('the report on the shipped policies', () => {
  const report = checkPolicies(shipped, noon)

  it('has no problem, no laxer value and nothing pending (GEN-5)', () => {
    expect([report.problems, report.overrides, report.pending]).toEqual([[], [], []])
    expect(report.versions).toEqual(['2026-01-01'])
    expect(report.book?.versions).toEqual(['2026-01-01'])
  })

  it('tells of each document where it stands (GEN-4, GEN-5)', () => {
    expect(report.documents.map(({ header, state }) => [header.file, header.number, state])).toEqual([
      ['calendars.yaml', 'AL-P-02', 'EFFECTIVE'],
      ['deadlines.yaml', 'AL-P-01', 'EFFECTIVE'],
      ['settings.yaml', 'AL-P-04', 'EFFECTIVE'],
      ['targets.yaml', 'AL-P-03', 'EFFECTIVE'],
    ])
  })

  it('tells of another day where they stood then (GEN-5)', () => {
    const { documents } = checkPolicies(shipped, parseInstant('2025-12-31T23:59:59+08:00'))
    expect(new Set(documents.map(({ state }) => state))).toEqual(new Set(['APPROVED']))
  })
})

describe('the report on policies of a company', () => {
  it('has versions and laxer values as the services have them', () => {
    const row = 'deadlines: [{ key: order.confirm, clock: elapsed, limit: 36 hours, approvedBy: LEADERSHIP }]'
    const files = [...shipped, companyFile('deadlines', '2026-03-01', row)]
    const { versions, overrides, problems } = checkPolicies(files, noon)
    const book = parsePolicies(files)
    expect([versions, overrides, problems]).toEqual([book.versions, book.overrides, []])
    expect(overrides).toHaveLength(1)
  })

  it('lists what is pending (GEN-5)', () => {
    const body = 'settings: [{ key: survey.validity, value: 10 days }]'
    const draft = policyFile({ kind: 'settings', status: 'drafted', effectiveOn: '2026-09-01', body })
    const { pending, documents, versions } = checkPolicies([...shipped, draft], noon)
    expect(pending.map(({ number, status }) => [number, status])).toEqual([['CO-company-settings', 'drafted']])
    expect(documents.find(({ header }) => header.file === draft.name)?.state).toBe('DRAFTED')
    expect(versions).toEqual(['2026-01-01'])
  })

  it('tells what a pending calendar would meet: two zones', () => {
    const elsewhere = {
      name: 'draft.yaml',
      text: saoPauloCompany.text
        .replaceAll('America/Sao_Paulo', 'Europe/Berlin')
        .replace('number: CO-', 'number: CP-')
        .replace('status: approved', 'status: reviewed')
        .replace(/ {2}approvedOn.*\n/, ''),
    }
    const { problems, book } = checkPolicies([...shipped, saoPauloCompany, elsewhere], noon)
    expect(problems).toEqual([
      { file: 'draft.yaml', line: 17, reason: "the tenant's zone is also given as America/Sao_Paulo" },
    ])
    expect(book?.tenantZone).toBe('America/Sao_Paulo')
  })
})

describe('the report on policies with faults', () => {
  const faulty: readonly PolicyFile[] = [
    ...shipped,
    companyFile('settings', '2026-03-01', 'settings:\n  - { key: survey.validity, value: 0 days }\n  - { kee: x }'),
    { name: 'broken.yaml', text: 'document: {\n  number: [1\n' },
    { name: 'list.yaml', text: '- 1' },
  ]

  it('has file, line and reason of each, in order, and no book', () => {
    const { problems, book, versions, overrides } = checkPolicies(faulty, noon)
    expect(problems.map(({ file, line }) => `${file}:${line}`).toSorted()).toEqual(
      problems.map(({ file, line }) => `${file}:${line}`),
    )
    expect(problems).toEqual(
      expect.arrayContaining([
        {
          file: 'company-settings-2026-03-01.yaml',
          line: 19,
          reason: "'survey.validity' must be a duration such as '30 days'",
        },
        { file: 'company-settings-2026-03-01.yaml', line: 20, reason: "unknown key 'kee'" },
        { file: 'list.yaml', line: 1, reason: 'a policy file is a mapping' },
      ]),
    )
    expect(problems.filter(({ file }) => file === 'broken.yaml')).not.toEqual([])
    expect([book, versions, overrides]).toEqual([null, [], []])
  })

  it('tells where those documents stand whose header can be read', () => {
    const { documents } = checkPolicies(faulty, noon)
    expect(documents.map(({ header }) => header.file)).toEqual([
      'calendars.yaml',
      'deadlines.yaml',
      'settings.yaml',
      'targets.yaml',
      'company-settings-2026-03-01.yaml',
    ])
  })

  it.each([
    ['no file', []],
    ['an empty file', [{ name: 'a.yaml', text: '' }]],
    ['a text', [{ name: 'a.yaml', text: 'hello' }]],
    ['a header that is none', [{ name: 'a.yaml', text: 'document: 7' }]],
    ['a header without anything', [{ name: 'a.yaml', text: 'document: {}' }]],
    ['a calendar document without calendars', [companyFile('calendars', '2026-01-01', 'tenant: 5')]],
  ])('never throws: %s', (_, files: readonly PolicyFile[]) => {
    const { problems, book } = checkPolicies(files, noon)
    expect(problems.length).toBeGreaterThan(0)
    expect(book).toBeNull()
  })
})
