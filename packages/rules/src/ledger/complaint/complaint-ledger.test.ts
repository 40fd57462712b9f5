import { describe, expect, it } from '@jest/globals'
import { counted } from '../after-sales-fixture.ts'
import { elapsedReckoning, fact, hour, received, told } from '../fixtures.ts'
import type { Fact } from '../ledger.ts'
import { complaintLedger } from './complaint-ledger.ts'

function timersOf(key: string, ...facts: readonly Fact[]) {
  const all = complaintLedger.timers(told(complaintLedger, facts), elapsedReckoning)
  return all.filter((timer) => timer.key === key)
}

function measurementsOf(...facts: readonly Fact[]) {
  return complaintLedger.measurements(told(complaintLedger, facts), elapsedReckoning)
}

/** What each of the two limits of an opinion counts as, seen from an hour (KPI-17). */
function opinionsAt(at: number, ...facts: readonly Fact[]) {
  const all = measurementsOf(...facts)
  const of = (part: string) =>
    counted(
      all.filter((one) => one.part === part),
      at,
    )
  return { quality: of('complaint.opinion.quality'), other: of('complaint.opinion.other') }
}

const asQuality = (at: number) => fact('ComplaintClassified', at, { complaintClass: 'QUALITY' })
const asOther = (at: number) => fact('ComplaintClassified', at, { complaintClass: 'OTHER' })

describe('a received complaint', () => {
  it('starts every limit at receipt, under the policy of receipt (CMP-2, CMP-3, CMP-5, C27)', () => {
    const timers = complaintLedger.timers(told(complaintLedger, [received(1, 'UNCLASSIFIED', 'v3')]), elapsedReckoning)
    expect(timers.map(({ key, rule, startedAt, policyVersion }) => [key, rule, startedAt, policyVersion])).toEqual([
      ['complaint.verify', 'CMP-2', hour(1), 'v3'],
      ['complaint.opinion.quality', 'CMP-5', hour(1), 'v3'],
      ['complaint.handle', 'CMP-3', hour(1), 'v3'],
      ['complaint.handover', 'CMP-4', hour(9), 'v3'],
    ])
  })

  it.each([
    ['complaint.verify', fact('ComplaintRegistered', 2)],
    ['complaint.opinion.quality', fact('OpinionIssued', 2)],
    ['complaint.handle', fact('ComplaintHandled', 2)],
  ])('stops %s and nothing else by its own act (C2)', (key, act) => {
    const timers = complaintLedger.timers(told(complaintLedger, [received(1), act]), elapsedReckoning)
    expect(timers.filter(({ stoppedAt }) => stoppedAt !== null)).toMatchObject([{ key, stoppedAt: hour(2) }])
  })

  it('counts as not handled until it is, in the period of receipt (KPI-13)', () => {
    const of = (...facts: readonly Fact[]) => measurementsOf(...facts).filter(({ kpi }) => kpi === 'KPI-13')
    const counted = { since: hour(1), countsAt: hour(1), dueAt: null, numerator: 1, denominator: 1 }
    expect(of(received(1))).toMatchObject([{ ...counted, achievedAt: null }])
    expect(of(received(1), fact('ComplaintHandled', 500))).toMatchObject([{ ...counted, achievedAt: hour(500) }])
  })

  it('measures one part per limit, each due by its own (KPI-17)', () => {
    const parts = measurementsOf(received(0), fact('ComplaintRegistered', 1)).filter(({ kpi }) => kpi === 'KPI-17')
    expect(parts.map(({ part, dueAt, achievedAt, countsAt }) => [part, dueAt, achievedAt, countsAt])).toEqual([
      ['complaint.verify', hour(2), hour(1), hour(0)],
      ['complaint.opinion.quality', hour(24), null, hour(0)],
      ['complaint.handle', hour(8), null, hour(0)],
    ])
  })

  it('counts for its customer, product and lot, where known', () => {
    const data = { customerId: 'c', productId: 'p', lotId: 'l', complaintClass: 'OTHER' } as const
    expect(measurementsOf(fact('ComplaintReceived', 0, data))[0]?.scopes).toEqual(['customer:c', 'product:p', 'lot:l'])
  })
})

describe('a classified complaint (C28)', () => {
  const quality = (...facts: readonly Fact[]) => timersOf('complaint.opinion.quality', ...facts)
  const other = (...facts: readonly Fact[]) => timersOf('complaint.opinion.other', ...facts)

  it('keeps the quality limit when it is classed as quality', () => {
    expect(quality(received(0), asQuality(5))).toMatchObject([{ startedAt: hour(0), voidedAt: null }])
    expect(other(received(0), asQuality(5))).toEqual([])
  })

  it('changes to the other limit, still from receipt, when it is classed as other', () => {
    const history = [received(0), asOther(5), fact('OpinionIssued', 30)]
    expect(quality(...history)).toMatchObject([{ voidedAt: hour(5), stoppedAt: null }])
    expect(other(...history)).toMatchObject([
      { rule: 'CMP-6', startedAt: hour(0), stoppedAt: hour(30), voidedAt: null },
    ])
  })

  it('is measured by the limit of its present class only (KPI-17)', () => {
    // 30 h would miss the 24 h of a quality complaint and meets the 48 h of any other.
    const history = [received(0), asOther(5), fact('OpinionIssued', 30)]
    expect([4, 5, 30].map((at) => opinionsAt(at, ...history))).toEqual([
      { quality: [0, 0, 1], other: [0, 0, 0] },
      { quality: [0, 0, 0], other: [0, 0, 1] },
      { quality: [0, 0, 0], other: [1, 1, 0] },
    ])
  })

  it('stays missed by the quality limit when it is classed as other too late (CMP-5, KPI-17)', () => {
    const history = [received(0), asOther(25), fact('OpinionIssued', 30)]
    expect(quality(...history)).toMatchObject([{ stoppedAt: hour(25), voidedAt: null }])
    expect([24, 24.5, 25, 30].map((at) => opinionsAt(at, ...history))).toEqual([
      { quality: [0, 0, 1], other: [0, 0, 0] },
      { quality: [0, 1, 0], other: [0, 0, 0] },
      { quality: [0, 1, 0], other: [0, 0, 1] },
      { quality: [0, 1, 0], other: [1, 1, 0] },
    ])
  })

  it('met the limit of its former class until it was classed otherwise: one opinion meets one limit (KPI-17)', () => {
    const history = [received(0), fact('OpinionIssued', 20), asOther(30)]
    expect(quality(...history)).toMatchObject([{ stoppedAt: null, voidedAt: hour(30) }])
    expect([29, 30].map((at) => opinionsAt(at, ...history))).toEqual([
      { quality: [1, 1, 0], other: [0, 0, 0] },
      { quality: [0, 0, 0], other: [1, 1, 0] },
    ])
  })

  it('returns to the quality limit, from receipt, when it is classed back', () => {
    const history = [received(0, 'QUALITY'), asOther(5), asQuality(60)]
    expect(quality(...history)).toMatchObject([{ startedAt: hour(0), voidedAt: null, stoppedAt: null }])
    // The 48 h of any other complaint had passed by then.
    expect(other(...history)).toMatchObject([{ stoppedAt: hour(60), voidedAt: null }])
    expect(opinionsAt(60, ...history)).toEqual({ quality: [0, 1, 0], other: [0, 1, 0] })
  })

  it('never had a quality limit when it was received as other', () => {
    expect(quality(received(0, 'OTHER'))).toEqual([])
    expect(other(received(0, 'OTHER'))).toMatchObject([{ startedAt: hour(0) }])
  })

  it('goes by when it was classed, not by when that was told', () => {
    expect(other(received(0), asQuality(9), asOther(5))).toMatchObject([{ voidedAt: hour(9) }])
    expect(quality(received(0), asQuality(9), asOther(5))).toMatchObject([{ voidedAt: null }])
  })
})

describe('a reopened complaint', () => {
  const history = [received(0), fact('ComplaintHandled', 6), fact('ComplaintReopened', 20)]
  const handledAt = (at: number, ...facts: readonly Fact[]) =>
    counted(
      measurementsOf(...facts).filter(({ kpi }) => kpi === 'KPI-13'),
      at,
    )

  it('keeps its first handling: no regulation gives a second limit (CMP-3)', () => {
    const again = [...history, fact('ComplaintHandled', 50)]
    expect(timersOf('complaint.handle', ...again)).toMatchObject([{ stoppedAt: hour(6) }])
  })

  it('is open again until it is handled again, seen from any instant (KPI-13)', () => {
    const again = [...history, fact('ComplaintHandled', 50)]
    expect([5, 6, 19, 20, 49, 50, 500].map((at) => handledAt(at, ...again))).toEqual([
      [0, 1, 0],
      [1, 1, 0],
      [1, 1, 0],
      [0, 1, 0],
      [0, 1, 0],
      [1, 1, 0],
      [1, 1, 0],
    ])
    expect(handledAt(500, ...history)).toEqual([0, 1, 0])
  })

  it('is handled when it is handled twice without having been reopened in between (KPI-13)', () => {
    expect(handledAt(60, received(0), fact('ComplaintHandled', 6), fact('ComplaintHandled', 50))).toEqual([1, 1, 0])
  })
})

describe('the duty to hand over (CMP-4)', () => {
  // complaint.handle falls due at hour 8, complaint.handover a quarter of an hour after its start.
  const marked = (at: number, policyVersion = 'v1') => fact('ComplaintMarkedUnsolvable', at, {}, policyVersion)
  const accepted = (at: number) => fact('AdministrationAccepted', at)
  const handled = (at: number) => fact('ComplaintHandled', at)
  const duties = (...facts: readonly Fact[]) =>
    timersOf('complaint.handover', received(0), ...facts).map(({ item, startedAt, stoppedAt, voidedAt }) => ({
      item,
      startedAt,
      stoppedAt,
      voidedAt,
    }))
  const duty = (startedAt: number, ended: { stopped?: number; voided?: number } = {}, item = '') => ({
    item,
    startedAt: hour(startedAt),
    stoppedAt: ended.stopped === undefined ? null : hour(ended.stopped),
    voidedAt: ended.voided === undefined ? null : hour(ended.voided),
  })

  it.each([
    ['begins when handling falls due, while nobody has handled it', [], [duty(8)]],
    ['begins at once when it is marked unsolvable', [marked(3)], [duty(3)]],
    ['is not begun again by the due instant while it runs', [marked(3), accepted(9)], [duty(3, { stopped: 9 })]],
    ['is not begun again while administration has the complaint', [marked(3), accepted(4)], [duty(3, { stopped: 4 })]],
    ['is not begun by a mark while it runs', [marked(9)], [duty(8)]],
    ['is met by acceptance only', [accepted(8.1)], [duty(8, { stopped: 8.1 })]],
    ['is not begun when administration took the complaint by itself', [accepted(5)], []],
    ['never begins when the complaint is handled in time', [handled(8)], [duty(8, { voided: 8 })]],
    ['is void when it is handled before the hand-over is due', [handled(8.2)], [duty(8, { voided: 8.2 })]],
    ['ends missed when it is handled after the hand-over was due', [handled(10)], [duty(8, { stopped: 10 })]],
    ['is void when the marked complaint is handled at once', [marked(3), handled(3.25)], [duty(3, { voided: 3.25 })]],
    [
      'is measured to acceptance, not to a later handling',
      [marked(3), accepted(4), handled(5)],
      [duty(3, { stopped: 4 })],
    ],
    [
      'begins anew when a reopened complaint is marked',
      [handled(6), marked(50), accepted(51)],
      [duty(50, { stopped: 51 })],
    ],
    [
      'is counted apart the second time',
      [marked(3), accepted(4), handled(6), marked(50)],
      [duty(3, { stopped: 4 }), duty(50, {}, '2')],
    ],
  ])('%s', (_, facts, expected) => {
    expect(duties(...facts)).toEqual(expected)
  })

  it('pins the policy of the mark, or of receipt when the limit began it', () => {
    const begun = (...facts: readonly Fact[]) => timersOf('complaint.handover', received(0, 'OTHER', 'v1'), ...facts)
    expect(begun(marked(3, 'v2'))).toMatchObject([{ policyVersion: 'v2' }])
    expect(begun()).toMatchObject([{ policyVersion: 'v1' }])
  })

  it('does not end the limit of handling (C29)', () => {
    expect(timersOf('complaint.handle', received(0), marked(3), accepted(4))).toMatchObject([
      { stoppedAt: null, voidedAt: null },
    ])
  })

  it('is no part of KPI-17', () => {
    expect(measurementsOf(received(0), marked(3)).map(({ part }) => part)).not.toContain('complaint.handover')
  })
})

describe('a complaint that is told twice', () => {
  it.each([
    [0, 5],
    [5, 0],
  ])('was received when it was received first: at %i and %i (CMP-2, KPI-13)', (one, other) => {
    const history = [received(one, 'OTHER', `v${one}`), received(other, 'OTHER', `v${other}`)]
    expect(timersOf('complaint.verify', ...history)).toMatchObject([{ startedAt: hour(0), policyVersion: 'v0' }])
    expect(measurementsOf(...history).find(({ kpi }) => kpi === 'KPI-13')).toMatchObject({ since: hour(0) })
  })
})

describe('facts of other kinds', () => {
  it('change nothing', () => {
    const state = told(complaintLedger, [received(0)])
    expect(complaintLedger.record(state, { ...received(1), type: 'ResultReturned' })).toBe(state)
    expect(complaintLedger.timers(complaintLedger.initial, elapsedReckoning)).toEqual([])
  })
})
