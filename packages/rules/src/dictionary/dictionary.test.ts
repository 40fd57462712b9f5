import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { deadlineKeys } from '../catalogue/entry.ts'
import { kpis } from '../catalogue/index.ts'
import { scorecardOf } from '../kpi/index.ts'
import { measurementsOf, shippedWorld, waitingWorld } from '../ledger/any-history-fixture.ts'
import { hour } from '../ledger/fixtures.ts'
import {
  backupStages,
  complaintStages,
  contractStages,
  customerStages,
  deviationStages,
  lotStages,
  orderStages,
  productStages,
  staffStages,
  surveyStages,
  type TransitionTable,
} from '../life-cycles/index.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import { enumLabels, labelOfCommand, labelOfDeadline, labelOfFigure } from './index.ts'

type AnyTable = TransitionTable<string, string>

const tables: readonly AnyTable[] = [
  backupStages,
  complaintStages,
  contractStages,
  customerStages,
  deviationStages,
  lotStages,
  orderStages,
  productStages,
  staffStages,
  surveyStages,
]
const commands = new Set(tables.flatMap(({ transitions }) => Object.values(transitions).flatMap(Object.keys)))

const labels: readonly (readonly [string, Bilingual])[] = [
  ...[...commands].map((command) => [command, labelOfCommand(command)] as const),
  ...deadlineKeys.map((key) => [key, labelOfDeadline(key)] as const),
  ...kpis.map(({ id }) => [id, labelOfFigure(id, null)] as const),
  ...enumLabels.flatMap(({ enum: name, values }) =>
    values.map(({ value, label }) => [`${name}.${value}`, label] as const),
  ),
]

const enumOf = (name: string) => enumLabels.find((labelled) => labelled.enum === name)?.values ?? []

describe('a label', () => {
  it.each(labels)('is in Chinese and in English: %s', (_, { zh, en }) => {
    expect(zh).toMatch(/^\p{Script=Han}/u)
    expect(en).toMatch(/^[A-Z][\p{ASCII}]*$/u)
  })

  it.each(enumLabels)('tells the values of $enum apart', ({ values }) => {
    expect(new Set(values.map(({ label }) => label.zh)).size).toBe(values.length)
    expect(new Set(values.map(({ label }) => label.en)).size).toBe(values.length)
  })

  it('uses the terms of the regulations', () => {
    expect(labelOfDeadline('complaint.opinion.quality').zh).toContain('初步处理意见')
    expect(labelOfDeadline('complaint.handover').zh).toBe('移交行政部')
    expect(labelOfCommand('CheckOutbound').zh).toBe('出库复核')
  })

  it('is an error for what has none', () => {
    expect(() => labelOfCommand('toString')).toThrow(/toString has no label/)
    expect(() => labelOfDeadline('toString')).toThrow(/'toString' has no label/)
    expect(() => labelOfFigure('KPI-42', null)).toThrow(/KPI-42 has no label/)
  })
})

describe('stages', () => {
  it.each<[string, AnyTable]>([
    ['OrderStatus', orderStages],
    ['ContractStatus', contractStages],
    ['DeviationStatus', deviationStages],
    ['EmployeeStatus', staffStages],
    ['LotStatus', lotStages],
    ['ComplaintStatus', complaintStages],
    ['SurveyStatus', surveyStages],
    ['BackupRecordStatus', backupStages],
  ])('have a label each, but for the one before the beginning: %s', (name, { initial, transitions }) => {
    const begun = Object.keys(transitions).filter((stage) => stage !== initial)
    expect(new Set(enumOf(name).map(({ value }) => value))).toEqual(new Set(begun))
  })
})

describe('a row of a scorecard', () => {
  it('is called by the KPI of the catalogue (KPI-1)', () => {
    expect(labelOfFigure('KPI-1', null)).toEqual({ zh: '订单按时确认率', en: 'Orders confirmed on time' })
  })

  it.each([
    ['KPI-17', 'complaint.verify', 'Complaint limits met (Verification of the complaint)'],
    ['KPI-17', 'complaint.opinion.other', 'Complaint limits met (Opinion on another complaint)'],
    ['KPI-17', 'complaint.handle.withoutPauses', 'Complaint limits met (Handling of the complaint, without pauses)'],
    ['KPI-12', 'overdue.0-30', 'Collection (overdue up to 30 days)'],
    ['KPI-23', 'service.anonymous.mean', 'Customer satisfaction (service, anonymous, mean)'],
    ['KPI-32', 'entry.p90', 'Entry latency (until entered, 90th percentile)'],
    ['KPI-39', 'KPI-23.service', 'Channel results (Customer satisfaction, service)'],
    ['KPI-5', 'dental', 'Market share (dental)'],
  ] as const)('is called by its part, too: %s %s', (id, part, label) => {
    expect(labelOfFigure(id, part).en).toBe(label)
  })

  it.each([shippedWorld, waitingWorld])('never shows a word of the code, under $name', (world) => {
    const [from, to] = [hour(-100_000), hour(100_000)]
    const query = { from, to, trailingFrom: from, asOf: to }
    const scopes = fc.constantFrom('company', 'channel:ONLINE', 'person:s', 'team:north')
    fc.assert(
      fc.property(world.mixtures, scopes, (told, scope) => {
        const rows = scorecardOf(measurementsOf(told, world), { ...query, scope })
        // The company names the segments of its market itself.
        for (const { id, part } of rows.filter((row) => row.id !== 'KPI-5')) {
          expect(labelOfFigure(id, part).zh).not.toMatch(/[a-z]{2}/i)
        }
      }),
      { numRuns: 500 },
    )
  })
})
