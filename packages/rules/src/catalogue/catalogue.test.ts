import { describe, expect, it } from '@jest/globals'
import type { Bilingual } from '../primitives/bilingual.ts'
import {
  accessRoles,
  conflicts,
  documents,
  type KpiId,
  kpis,
  type RuleId,
  roles,
  ruleOf,
  rules,
  sections,
} from './index.ts'

/** Number of rules in each family, counted by hand in the regulations' tables. */
const familySizes: Readonly<Record<string, number>> = {
  GEN: 7,
  ORG: 8,
  CUS: 17,
  MKT: 6,
  CHN: 5,
  PRC: 2,
  PRM: 2,
  STK: 3,
  OPP: 4,
  QUO: 2,
  CON: 8,
  ORD: 5,
  DEL: 4,
  FIN: 5,
  TRC: 8,
  QLT: 5,
  RCL: 1,
  TGT: 7,
  RPT: 9,
  PRF: 4,
  ETH: 5,
  SRV: 23,
  CMP: 20,
  RET: 5,
  KBS: 3,
  FUP: 3,
  SVY: 5,
  IMP: 6,
  TRN: 6,
  SEC: 4,
  OPS: 3,
}

/** The numbers that the regulations give, each with the rule that must state it in both languages. */
const numbers: readonly (readonly [RuleId, zh: string, en: string])[] = [
  ['ORD-1', '24 小时', '24 hours'],
  ['CMP-2', '2 小时', '2 hours'],
  ['CMP-3', '1 个工作日', '1 working day'],
  ['CMP-5', '24 小时', '24 hours'],
  ['CMP-6', '48 小时', '48 hours'],
  ['CMP-14', '24 小时', '24 hours'],
  ['CMP-15', '3 日', '3 days'],
  ['CMP-16', '100%', '100 %'],
  ['DEL-2', '100%', '100 %'],
  ['FUP-1', '每月至少 1 次', '1 time a month'],
  ['CUS-11', '至少有 2 次', 'at least 2 contacts'],
  ['OPS-1', '每日', 'daily'],
  ['CUS-7', '每周', 'weekly'],
  ['RPT-1', '日报', 'daily report'],
  ['RPT-2', '周报', 'weekly report'],
  ['TGT-1', '年度', 'annual'],
  ['TGT-2', '月度', 'monthly'],
  ['TRC-5', '1 年', '1 year'],
  ['TRC-6', '2 年', '2 years'],
]

/** True for ids `<prefix>1` … `<prefix>size`, each once and in this order. */
function isGapFree(ids: readonly string[], prefix: string, size: number): boolean {
  return ids.length === size && ids.every((id, index) => id === `${prefix}${index + 1}`)
}

const familyOf = (id: string) => id.slice(0, id.indexOf('-'))

const texts: readonly (readonly [string, Bilingual])[] = [
  ...rules.flatMap((rule) => [[rule.id, rule.title] as const, [rule.id, rule.requirement] as const]),
  ...sections.map(({ title }) => [title.en, title] as const),
  ...documents.flatMap((document) => [
    [document.id, document.title] as const,
    [document.id, document.note] as const,
    ...(document.supersededCitations ?? []).map((citation) => [document.id, citation] as const),
  ]),
  ...conflicts.flatMap((conflict) => [
    [conflict.id, conflict.subject] as const,
    [conflict.id, conflict.policy] as const,
  ]),
  ...kpis.flatMap((kpi) => [[kpi.id, kpi.name] as const, [kpi.id, kpi.formula] as const]),
  ...roles.flatMap((role) => [[role.id, role.name] as const, [role.id, role.owns] as const]),
  ...accessRoles.flatMap((role) => [[role.id, role.name] as const, [role.id, role.why] as const]),
]

describe('the check for gaps', () => {
  it('notices a missing, a repeated and a surplus id', () => {
    expect(isGapFree(['C1', 'C2'], 'C', 2)).toBe(true)
    expect(isGapFree(['C1', 'C3'], 'C', 2)).toBe(false)
    expect(isGapFree(['C1', 'C1'], 'C', 2)).toBe(false)
    expect(isGapFree(['C1', 'C2', 'C3'], 'C', 2)).toBe(false)
  })
})

describe('the rules', () => {
  it('are 195 and fill every family from 1 to its size', () => {
    expect(Object.values(familySizes).reduce((sum, size) => sum + size, 0)).toBe(195)
    expect(rules).toHaveLength(195)
    expect([...new Set(rules.map((rule) => familyOf(rule.id)))].sort()).toEqual(Object.keys(familySizes).sort())
    for (const [family, size] of Object.entries(familySizes)) {
      const ids = rules.map((rule) => rule.id).filter((id) => familyOf(id) === family)
      expect({ family, gapFree: isGapFree(ids, `${family}-`, size) }).toEqual({ family, gapFree: true })
    }
  })

  it('are each in one section, and the sections are as long as the tables of the regulations', () => {
    expect(sections.map((section) => section.rules.length)).toEqual([15, 17, 18, 14, 14, 14, 25, 23, 20, 5, 17, 6, 7])
    expect(sections.flatMap((section) => section.rules)).toEqual(rules)
  })

  it('have distinct titles, at least one document, kind and context, and none twice', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(rules.map((rule) => rule.title[language])).size).toBe(rules.length)
    }
    for (const { documents: sources, kinds, contexts } of rules) {
      for (const list of [sources, kinds, contexts] as const) {
        expect(list.length).toBeGreaterThan(0)
        expect(new Set<string>(list).size).toBe(list.length)
      }
    }
  })

  it.each(numbers)('%s states its number in both languages', (id, zh, en) => {
    expect(ruleOf(id).requirement.zh).toContain(zh)
    expect(ruleOf(id).requirement.en).toContain(en)
  })

  it('are found by their id', () => {
    for (const rule of rules) expect(ruleOf(rule.id)).toBe(rule)
  })

  it('have ids that are checked by type, not any text', () => {
    const isAnyTextARule: string extends RuleId ? true : false = false
    const isAnyTextAKpi: string extends KpiId ? true : false = false
    const isUnknownNumberARule: 'CMP-21' extends RuleId ? true : false = false
    expect([isAnyTextARule, isAnyTextAKpi, isUnknownNumberARule]).toEqual([false, false, false])
  })
})

describe('the documents', () => {
  it('are D1 to D21', () => {
    expect(
      isGapFree(
        documents.map((document) => document.id),
        'D',
        21,
      ),
    ).toBe(true)
  })

  it('are exactly those that the rules come from', () => {
    const cited = new Set<string>(rules.flatMap((rule) => rule.documents))
    expect([...cited].sort()).toEqual(documents.map((document) => document.id).sort())
  })

  it('keep the superseded citations of D9, D14, D19, D20 and D21 (C17)', () => {
    const outdated = documents.filter((document) => document.supersededCitations !== undefined)
    expect(outdated.map((document) => document.id)).toEqual(['D9', 'D14', 'D19', 'D20', 'D21'])
  })
})

describe('the conflicts', () => {
  it('are C1 to C40, each about rules that exist', () => {
    expect(
      isGapFree(
        conflicts.map((conflict) => conflict.id),
        'C',
        40,
      ),
    ).toBe(true)
    const known = new Set<string>(rules.map((rule) => rule.id))
    for (const { id, rules: concerned } of conflicts) {
      expect({ id, unknown: concerned.filter((rule) => !known.has(rule)) }).toEqual({ id, unknown: [] })
      expect(concerned.length).toBeGreaterThan(0)
    }
  })
})

describe('the KPIs', () => {
  it('are KPI-1 to KPI-41, each measuring rules and citing documents that exist', () => {
    expect(
      isGapFree(
        kpis.map((kpi) => kpi.id),
        'KPI-',
        41,
      ),
    ).toBe(true)
    const known = new Set<string>([...rules.map((rule) => rule.id), ...documents.map((document) => document.id)])
    for (const { id, rules: measured, documents: sources } of kpis) {
      expect({ id, unknown: [...measured, ...sources].filter((name) => !known.has(name)) }).toEqual({ id, unknown: [] })
      expect(measured.length).toBeGreaterThan(0)
    }
  })

  it('measure every rule that feeds a KPI, and share a document with the rules they measure', () => {
    const measured = new Set(kpis.flatMap((kpi) => kpi.rules))
    const unmeasured = rules.filter((rule) => rule.kinds.includes('KPI') && !measured.has(rule.id))
    expect(unmeasured.map((rule) => rule.id)).toEqual([])
    for (const kpi of kpis) {
      const sources = new Set(kpi.rules.flatMap((id) => ruleOf(id).documents))
      expect({ id: kpi.id, shared: kpi.documents.some((document) => sources.has(document)) }).toEqual({
        id: kpi.id,
        shared: true,
      })
    }
  })

  it('ask for exactly 100 % wherever they give a share, and for 24 hours in KPI-30 and KPI-32', () => {
    const shares = kpis.flatMap(({ target }) =>
      target !== null && typeof target === 'object' && 'numerator' in target ? [target] : [],
    )
    for (const { numerator, denominator } of shares) expect([numerator, denominator]).toEqual([1, 1])
    expect(kpis.find((kpi) => kpi.id === 'KPI-30')?.secondTarget).toEqual({ atMostHours: 24 })
    expect(kpis.find((kpi) => kpi.id === 'KPI-32')?.target).toEqual({ atMostHours: 24 })
  })
})

describe('the roles', () => {
  it('are 21, with distinct ids in capitals', () => {
    expect(roles).toHaveLength(21)
    expect(new Set(roles.map((role) => role.id)).size).toBe(21)
    for (const { id } of [...roles, ...accessRoles]) expect(id).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
  })

  it('that a token may carry are the staff and seven of the platform, never an outside party', () => {
    const carried = new Set<string>(accessRoles.map((role) => role.id))
    expect(carried.size).toBe(accessRoles.length)
    for (const role of roles) expect([role.id, carried.has(role.id)]).toEqual([role.id, role.standing === 'STAFF'])
    const added = accessRoles.filter((role) => !role.isRegulated).map((role) => role.id)
    expect(added).toEqual([
      'WAREHOUSE',
      'SERVICE_ENGINEER',
      'HOTLINE_AGENT',
      'AUDITOR',
      'OPERATOR',
      'DELIVERY_CHANNEL',
      'SYSTEM',
      'PUBLIC',
    ])
  })
})

describe('every text', () => {
  it('is Chinese in Chinese and free of it in English', () => {
    const chinese = /\p{Script=Han}/u
    const fullWidth = /[\u3000-\u303f\uff00-\uffef]/
    for (const [id, { zh, en }] of texts) {
      expect([id, zh, chinese.test(zh)]).toEqual([id, zh, true])
      expect([id, en, /[A-Za-z]/.test(en) && !chinese.test(en) && !fullWidth.test(en)]).toEqual([id, en, true])
    }
  })

  it('marks in both languages, or in neither, that a number is proposed', () => {
    for (const [id, { zh, en }] of texts) {
      expect([id, zh.split('拟定').length]).toEqual([id, en.toLowerCase().split('proposed').length])
    }
  })

  it('of a rule names the same numbers in both languages', () => {
    const numerals = (text: string) => (text.match(/\d+/g) ?? []).sort()
    for (const { id, requirement } of rules) {
      expect([id, numerals(requirement.zh)]).toEqual([id, numerals(requirement.en)])
    }
  })
})
