import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createProgram } from '../program.ts'

let root: string
let printed: { stdout: string; stderr: string }

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'afterline-policy-'))
})
afterAll(() => rm(root, { recursive: true }))
beforeEach(() => {
  printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text)
      return true
    })
  }
})
afterEach(() => {
  jest.restoreAllMocks()
  process.exitCode = 0
})

/** Runs `afterline <args>` as the shell would. */
async function afterline(...args: readonly string[]) {
  process.exitCode = 0
  await createProgram().parseAsync(['node', 'afterline', ...args])
  return { ...printed, code: process.exitCode }
}

interface Parts {
  readonly number: string
  readonly kind: string
  readonly body: readonly string[]
  readonly layer?: string
  readonly status?: string
  readonly effectiveOn?: string
}

function document({ number, kind, body, layer = 'company', status = 'approved', effectiveOn = '2026-03-01' }: Parts) {
  const header = [
    'document:',
    `  number: ${number}`,
    `  kind: ${kind}`,
    `  layer: ${layer}`,
    ...(layer === 'contract' ? ['  appliesTo: [K-1]'] : []),
    '  title: { zh: 公司规定, en: Own rules }',
    `  status: ${status}`,
    '  drafter: SALES_MANAGER',
    '  reviewer: QUALITY_CONTROL',
    '  approver: LEADERSHIP',
    "  draftedOn: '2026-01-05'",
    ...(status === 'drafted' ? [] : ["  reviewedOn: '2026-01-15'"]),
    ...(status === 'approved' ? ["  approvedOn: '2026-01-25'"] : []),
    `  effectiveOn: '${effectiveOn}'`,
    '  pageCount: 1',
    '  executingDepartments: [SALES_MANAGER]',
    '  changeReason: { zh: 自定, en: Own needs }',
    '  changePurpose: { zh: 更快, en: Faster }',
  ]
  return [...header, ...body].join('\n')
}

async function folderOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(root, name)
  await mkdir(join(folder, 'more'), { recursive: true })
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
  return folder
}

const faster = document({
  number: 'CO-1',
  kind: 'deadlines',
  body: ['deadlines:', '  - { key: order.confirm, clock: elapsed, limit: 12 hours }'],
})
const paused = document({
  number: 'CO-2',
  kind: 'deadlines',
  effectiveOn: '2026-04-01',
  body: [
    'deadlines:',
    '  - { key: complaint.handle, pauses: [WAITING_FOR_CUSTOMER], approvedBy: LEADERSHIP, reason: many sites }',
  ],
})
const draft = document({
  number: 'CO-3',
  kind: 'settings',
  status: 'drafted',
  effectiveOn: '2026-09-01',
  body: ['settings: [{ key: survey.validity, value: 10 days }]'],
})

describe('a folder without faults', () => {
  const check = async (...options: readonly string[]) => {
    const folder = await folderOf('good', { 'a.yaml': faster, 'more/b.yml': paused, 'c.yaml': draft, 'notes.txt': 'x' })
    return { folder, ...(await afterline('policy', 'check', folder, '--at', '2026-03-15T00:00:00Z', ...options)) }
  }

  it('is checked over the shipped policies, and every document is told with its state (GEN-4, GEN-5)', async () => {
    const { stdout, stderr, code, folder } = await check('--json')
    const { problems, versions, documents } = JSON.parse(stdout)
    expect([problems, code, stderr]).toEqual([[], 0, ''])
    expect(versions).toEqual(['2026-01-01', '2026-03-01', '2026-04-01'])
    const states = documents.map((item: Record<string, unknown>) => [item['number'], item['state'], item['file']])
    expect(states).toEqual([
      ['AL-P-02', 'EFFECTIVE', 'packages/rules/policies/calendars.yaml'],
      ['AL-P-01', 'EFFECTIVE', 'packages/rules/policies/deadlines.yaml'],
      ['AL-P-04', 'EFFECTIVE', 'packages/rules/policies/settings.yaml'],
      ['AL-P-03', 'EFFECTIVE', 'packages/rules/policies/targets.yaml'],
      ['CO-1', 'EFFECTIVE', join(folder, 'a.yaml')],
      ['CO-3', 'DRAFTED', join(folder, 'c.yaml')],
      ['CO-2', 'APPROVED', join(folder, 'more/b.yml')],
    ])
    expect(documents[4]).toMatchObject({ kind: 'deadlines', layer: 'company', drafter: 'SALES_MANAGER' })
  })

  it('has its laxer values and its pending documents listed (GEN-5, C40)', async () => {
    const { stdout, folder } = await check('--json')
    const { overrides, pending } = JSON.parse(stdout)
    expect(pending).toEqual([{ number: 'CO-3', effectiveOn: '2026-09-01' }])
    expect(overrides).toEqual([
      {
        version: '2026-04-01',
        key: 'complaint.handle',
        aspect: 'pauses',
        rule: 'CMP-3',
        regulation: 'no pause',
        company: 'waiting for the customer',
        layer: 'company',
        appliesTo: [],
        approvedBy: 'LEADERSHIP',
        reason: 'many sites',
        file: join(folder, 'more/b.yml'),
        line: 19,
      },
    ])
  })

  it('is told as a table to people', async () => {
    const { stdout, code } = await check()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^No problems; versions: 2026-01-01, 2026-03-01, 2026-04-01$/m)
    expect(stdout).toMatch(/^CO-3 +2026-09-01 +settings +company +DRAFTED +.*c\.yaml$/m)
    expect(stdout).toMatch(/^1 laxer value, each with its approver$/m)
    expect(stdout).toMatch(
      /^complaint\.handle +pauses +CMP-3 +no pause +waiting for the customer +company +LEADERSHIP/m,
    )
    expect(stdout).toMatch(/^1 pending document, without effect until approved: CO-3 of 2026-09-01$/m)
  })

  it('may be empty', async () => {
    const folder = await folderOf('empty', {})
    const { stdout, code } = await afterline('policy', 'check', folder)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Nothing is laxer than the regulations$/m)
    expect(stdout).toMatch(/^Nothing is pending$/m)
  })
})

describe('a folder with faults', () => {
  const faulty = () =>
    folderOf('bad', {
      'a.yaml': document({
        number: 'CO-1',
        kind: 'deadlines',
        body: [
          'deadlines:',
          '  - { key: order.confirm, clock: elapsed, limit: 36 hours }',
          '  - { key: complaint.verify, pauses: [WAITING_FOR_CUSTOMER] }',
        ],
      }),
      'b.yaml': document({ number: 'AL-P-04', kind: 'settings', layer: 'regulation', body: ['settings: []'] }),
    })

  it('ends with exit code 1 and all of them as JSON (C40)', async () => {
    const folder = await faulty()
    const { stdout, code } = await afterline('policy', 'check', folder, '--json')
    const { problems, versions } = JSON.parse(stdout)
    expect(code).toBe(1)
    expect(versions).toEqual([])
    expect(problems).toEqual([
      {
        file: join(folder, 'a.yaml'),
        line: 19,
        reason:
          "'order.confirm' (36 hours) is laxer than the regulation (24 hours) and names no approver: add 'approvedBy'",
      },
      { file: join(folder, 'a.yaml'), line: 20, reason: "'complaint.verify' can never be paused (C40)" },
      {
        file: join(folder, 'b.yaml'),
        line: 4,
        reason: "a company's file cannot speak for the regulations: its layer is company or an inner one",
      },
    ])
  })

  it('tells people file, line and reason of each', async () => {
    const folder = await faulty()
    const { stdout, code } = await afterline('policy', 'check', folder)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^3 problems$/m)
    expect(stdout).toContain(`  ${join(folder, 'a.yaml')}:20: 'complaint.verify' can never be paused (C40)\n`)
  })

  it('is not compared, and the reasons are told', async () => {
    const { stdout, stderr, code } = await afterline('policy', 'diff', '2026-01-01', await faulty())
    expect([stdout, code]).toEqual(['', 1])
    expect(stderr).toContain(":20: 'complaint.verify' can never be paused (C40)\n")
  })
})

describe('two policy sets', () => {
  const fasterFolder = () => folderOf('faster', { 'a.yaml': faster })
  const change = {
    subject: 'DEADLINE',
    key: 'order.confirm',
    aspect: 'limit',
    rules: ['ORD-1'],
    context: {},
    from: { zh: '24 小时', en: '24 hours' },
    to: { zh: '12 小时', en: '12 hours' },
    effect: 'STRICTER',
    decidedBy: { from: 'AL-P-01', to: 'CO-1' },
  }

  it('are compared when they are folders', async () => {
    const [before, after] = [await folderOf('none', {}), await fasterFolder()]
    const { stdout, code } = await afterline('policy', 'diff', before, after, '--json')
    const result = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(result).toEqual({
      before: { of: before, version: '2026-01-01' },
      after: { of: after, version: '2026-03-01' },
      changes: [expect.objectContaining({ subject: 'DOCUMENT', key: 'CO-1' }), change],
    })
  })

  it('are compared when they are days of one folder, in the tenant zone (GEN-5)', async () => {
    const folder = await fasterFolder()
    const days = ['2026-02-28', '2026-03-01'] as const
    const { stdout } = await afterline('policy', 'diff', ...days, '--folder', folder, '--json')
    const { before, after, changes } = JSON.parse(stdout)
    expect([before, after]).toEqual([
      { of: '2026-02-28', version: '2026-01-01' },
      { of: '2026-03-01', version: '2026-03-01' },
    ])
    expect(changes).toContainEqual(change)
  })

  it('are compared when one is a day of the shipped policies: what the company has changed', async () => {
    const { stdout } = await afterline('policy', 'diff', '2026-06-01', await fasterFolder(), '--json')
    expect(JSON.parse(stdout).changes).toContainEqual(change)
  })

  it('are told as a table to people, in both languages', async () => {
    const contract = document({
      number: 'K-1-TERMS',
      kind: 'deadlines',
      layer: 'contract',
      body: ['deadlines: [{ key: enquiry.phone, clock: elapsed, limit: 4 hours }]'],
    })
    const folder = await folderOf('contract', { 'a.yaml': faster, 'k.yaml': contract })
    const { stdout } = await afterline('policy', 'diff', '2026-06-01', folder)
    expect(stdout).toMatch(/^2026-06-01 \(version 2026-01-01\) → .*contract \(version 2026-03-01\): 4 changes$/m)
    expect(stdout).toMatch(
      /^deadline +order\.confirm +limit +ORD-1 +24 hours +12 hours +stricter +AL-P-01 → CO-1 +24 小时 → 12 小时$/m,
    )
    expect(stdout).toMatch(/^deadline +enquiry\.phone +limit +CMP-14 +contract K-1 +24 hours +4 hours +stricter/m)
  })

  it('are told to be the same', async () => {
    const { stdout, code } = await afterline('policy', 'diff', '2026-01-01', '2027-01-01')
    expect([stdout, code]).toEqual([
      '2026-01-01 (version 2026-01-01) → 2027-01-01 (version 2026-01-01): nothing changes\n',
      0,
    ])
  })
})

describe('what is not there', () => {
  it.each([
    ['a folder', ['check', 'no-such-folder'], 'There is no folder no-such-folder\n'],
    ['a side', ['diff', 'no-such-folder', '2026-01-01'], 'There is no folder no-such-folder\n'],
    ['a day', ['diff', '2026-02-30', '2026-01-01'], "'2026-02-30' is not an existing day YYYY-MM-DD\n"],
    ['a use of --folder', ['diff', '.', '.', '--folder', '.'], '--folder says what days are about'],
    ['an offset', ['check', '.', '--at', '2026-01-01T00:00:00'], 'is not an RFC 3339 instant with offset'],
  ])('is refused by name: %s', async (_, args, reason) => {
    const { stdout, stderr, code } = await afterline('policy', ...args)
    expect([stdout, code]).toEqual(['', 1])
    expect(stderr).toContain(reason)
  })
})
