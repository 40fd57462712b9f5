import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { deadlinesInForce, kpisInForce } from './enforcement-forms.ts'
import { deadlineKeys, type RuleKind } from './entry.ts'
import { type Enforcement, enforcementsOf, kpis, type RuleId, rules } from './index.ts'

const repository = new URL('../../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, repository), 'utf8')
const readAll = (pattern: string, except: RegExp) =>
  globSync(pattern, { cwd: repository })
    .filter((path) => !except.test(path))
    .map(read)
    .join('\n')

const graph = read('gateway/supergraph.graphql')
const functions = readAll('packages/rules/src/**/*.ts', /\.test\.ts$/)
/** Of the streams that running services have. */
const ledgers = readAll('packages/rules/src/ledger/{order,contract,complaint,survey,backup}/*.ts', /\.test\.ts$/)
const services = readAll('services/*/src/**/*.ts', /\.(test|fixture|generated)\.ts$/)

/** Fields of a type of the graph; a mutation is a field of `Mutation`. */
function fieldsOf(type: string): ReadonlySet<string> {
  const body = new RegExp(`^(?:type|enum|input) ${type}\\b[^{]*\\{(?<body>.*?)^\\}`, 'ms').exec(graph)?.groups?.['body']
  return new Set([...(body ?? '').matchAll(/^ {2}(\w+)\s*[(:]/gm)].map(([, name]) => name ?? ''))
}
const mutations = fieldsOf('Mutation')

/** The letters of the kinds in the regulations' tables, rule by rule of each family. */
const kindsInTheRegulations: Readonly<Record<string, string>> = {
  GEN: 'P K P R G J P',
  ORG: 'R R R R R S R K',
  CUS: 'R R R G G TK JK G R J GK R JK R R R R',
  MKT: 'SR R R R R P',
  CHN: 'R K G G G',
  PRC: 'G J',
  PRM: 'G G',
  STK: 'K K K',
  OPP: 'S S SK R',
  QUO: 'R GK',
  CON: 'RT G G G S G R G',
  ORD: 'TK R G S K',
  DEL: 'TK GK G R',
  FIN: 'G GK R K SK',
  TRC: 'R RG R R J J R G',
  QLT: 'G S J G R',
  RCL: 'TS',
  TGT: 'R RJ R T G RK S',
  RPT: 'TK TK G J J JK J JK J',
  PRF: 'K K R K',
  ETH: 'G GP P PK P',
  SRV: 'R TK G R S S S S G RK G R G R R R R R S R K R K',
  CMP: 'G TK TK TS TK TK S R G PK G S R TK TK K K R S RK',
  RET: 'G SK S G S',
  KBS: 'R R JK',
  FUP: 'JK JR S',
  SVY: 'J S J R R',
  IMP: 'GK S GK J R P',
  TRN: 'JR JR GR J R G',
  SEC: 'G G G G',
  OPS: 'JK R K',
}
const kindOfLetter: Readonly<Record<string, RuleKind>> = {
  G: 'GATE',
  T: 'TIMER',
  R: 'RECORD',
  S: 'STAGE',
  K: 'KPI',
  J: 'JOB',
  P: 'ATTESTATION',
}

/** Refusals and limits where the regulations ask for less: records, stages, and limits that stand in the law alone. */
const beyondTheRegulations: Readonly<Partial<Record<RuleId, readonly RuleKind[]>>> = {
  'CUS-1': ['GATE'],
  'CON-5': ['GATE'],
  'FIN-2': ['TIMER'],
  'TRC-4': ['GATE'],
  'TRC-5': ['GATE'],
  'TRC-6': ['GATE'],
  'QLT-2': ['TIMER'],
  'TGT-4': ['GATE'],
  'TGT-7': ['GATE'],
  'CMP-2': ['GATE'],
  'RET-2': ['GATE'],
}

/** What C25 proposes, where the regulations say only "regularly". */
const proposedIntervals: Readonly<Record<string, readonly RuleId[]>> = {
  MONTHLY: ['PRC-2', 'RPT-4', 'RPT-5', 'RPT-6', 'RPT-7', 'RPT-8', 'RPT-9', 'SVY-3'],
  QUARTERLY: ['CUS-10', 'CUS-13', 'QLT-3', 'FUP-2', 'SVY-1', 'IMP-4'],
  YEARLY: ['TRN-4', 'GEN-6'],
}

const all: readonly (readonly [RuleId, Enforcement])[] = rules.flatMap(({ id }) =>
  enforcementsOf(id).map((enforcement) => [id, enforcement] as const),
)

describe('the enforcements of a rule', () => {
  it('are of every kind that the regulations ask for, and beyond them measure, limit or refuse', () => {
    const asked = Object.entries(kindsInTheRegulations).flatMap(([family, letters]) =>
      letters.split(' ').map((kinds, index) => [`${family}-${index + 1}`, kinds] as const),
    )
    const surplus = new Map<string, readonly RuleKind[]>(Object.entries(beyondTheRegulations))
    expect(asked).toHaveLength(rules.length)
    for (const [id, letters] of asked) {
      const kinds = rules.find((rule) => rule.id === id)?.kinds ?? []
      const known = [...letters].map((letter) => kindOfLetter[letter])
      expect([id, known.filter((kind) => kind === undefined || !kinds.includes(kind))]).toEqual([id, []])
      const beyond = kinds.filter((kind) => !known.includes(kind) && kind !== 'KPI')
      expect([id, beyond]).toEqual([id, surplus.get(id) ?? []])
    }
  })

  it('include every KPI that says it measures the rule, and no other', () => {
    for (const { id } of rules) {
      const measured = enforcementsOf(id).flatMap((one) => (one.kind === 'KPI' ? [one.kpi] : []))
      expect([id, measured]).toEqual([id, kpis.filter((kpi) => kpi.rules.includes(id)).map((kpi) => kpi.id)])
    }
  })

  it('of kind JOB run as often as C25 proposes', () => {
    for (const [interval, concerned] of Object.entries(proposedIntervals)) {
      for (const id of concerned) {
        const intervals = enforcementsOf(id).flatMap((one) => (one.kind === 'JOB' ? [one.interval] : []))
        expect([id, intervals]).toEqual([id, [interval]])
      }
    }
  })
})

describe('a deadline', () => {
  it('enforces at least one rule', () => {
    const named = new Set<string>(rules.flatMap((rule) => rule.enforcedBy))
    expect(deadlineKeys.filter((key) => !named.has(key))).toEqual([])
  })

  it('is in force only where a ledger holds it open', () => {
    for (const key of deadlinesInForce) expect([key, ledgers.includes(`'${key}'`)]).toEqual([key, true])
  })
})

describe('a KPI', () => {
  it('is in force only where a ledger measures it', () => {
    for (const kpi of kpisInForce) expect([kpi, ledgers.includes(`'${kpi}'`)]).toEqual([kpi, true])
  })
})

describe('a gate', () => {
  const names = new Set(all.flatMap(([, one]) => gateOf(one)))

  it.each([...names])('%s is a function of this package', (name) => {
    expect(functions.includes(`export function ${name}`)).toBe(true)
  })

  it('outside this package stands where the repository has it', () => {
    const places = new Set(all.flatMap(([, one]) => ('within' in one ? [one.within] : [])))
    expect([...places].filter((place) => !existsSync(new URL(place, repository)))).toEqual([])
    expect(places.size).toBeGreaterThan(0)
  })
})

describe('a life cycle', () => {
  const tables = new Set(all.flatMap(([, one]) => ('table' in one && one.table !== undefined ? [one.table] : [])))

  it.each([...tables])('is executed by %s', (table) => {
    expect(`${functions}\n${services}`.includes(`export const ${table}: TransitionTable`)).toBe(true)
  })
})

describe('a command', () => {
  it('that is refused or makes a record is a mutation of the graph', () => {
    const named = new Set(all.flatMap(([, one]) => ('commands' in one ? one.commands : [])))
    expect(mutations.size).toBeGreaterThan(0)
    expect([...named].filter((command) => !mutations.has(command))).toEqual([])
  })

  it('is named by what is in force only', () => {
    const early = all.filter(([, one]) => 'commands' in one && one.standing !== 'IN_FORCE' && one.commands.length > 0)
    expect(early).toEqual([])
  })
})

describe('a record in force', () => {
  const named = all.flatMap(([, one]) =>
    one.kind === 'RECORD' && one.standing === 'IN_FORCE' && /^[A-Z]/.test(one.record) ? [one.record] : [],
  )

  it.each([...new Set(named)])('%s is in the graph, or an event', (record) => {
    const [type = '', field] = record.split('.')
    const fields = fieldsOf(type)
    const isEvent = existsSync(new URL(`packages/events/schemas/${type}.v1.json`, repository))
    expect(field === undefined ? fields.size > 0 || isEvent : fields.has(field)).toBe(true)
  })
})

function gateOf(enforcement: Enforcement): readonly string[] {
  if (enforcement.kind === 'GATE') return 'by' in enforcement ? [enforcement.by] : []
  return enforcement.kind === 'RECORD' && enforcement.checkedBy !== undefined ? [enforcement.checkedBy] : []
}
