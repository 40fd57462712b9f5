import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { refused, rulesRefusing } from '../violation-fixture.ts'
import { competenceGate, demandedTopics } from './competence.ts'
import type { CompetenceGateInput, TopicRequirement, Training } from './competence-input.ts'

const day = parseLocalDate
const zone = parseTimeZone('Asia/Shanghai')
const at = parseInstant('2026-03-02T08:00:00+08:00')

const faultFinding: TopicRequirement = {
  topic: 'FAULT_FINDING',
  name: { zh: '故障排除', en: 'fault finding' },
  roles: ['SERVICE_ENGINEER'],
  productClasses: [],
  intervalMonths: 12,
}
const training = (given: Partial<Training> = {}): Training => ({
  topic: 'FAULT_FINDING',
  product: null,
  heldOn: day('2025-09-01'),
  validUntil: null,
  hasPassed: true,
  ...given,
})
const law = training({ topic: 'MEDICAL_LAW', heldOn: day('2026-01-10') })
const knowledge = training({ topic: 'DEVICE_KNOWLEDGE', heldOn: day('2026-01-10') })
const pump = { productId: 'pump', version: '2' }
const onPump = training({ topic: 'PRODUCT', product: pump, heldOn: day('2020-01-01') })

const input = (given: Partial<CompetenceGateInput> = {}): CompetenceGateInput => ({
  role: 'SERVICE_ENGINEER',
  productClass: 'UNREGULATED',
  product: null,
  requirements: [faultFinding],
  deviceTopicMonths: 6,
  trainings: [training()],
  at,
  zone,
  ...given,
})
/** Rule, topic and flaw of each topic that is not covered. */
const gate = (given: Partial<CompetenceGateInput> = {}) =>
  refused(competenceGate(input(given))).map(([rule, path, { flaw }]) => `${rule} ${path} ${flaw}`)
const held = (...trainings: readonly Partial<Training>[]) => gate({ trainings: trainings.map(training) })

describe('somebody with every training', () => {
  it('is competent, also for a device and its version (TRN-6, TRN-3)', () => {
    expect(gate()).toEqual([])
    expect(gate({ productClass: 'CLASS_III', product: pump, trainings: [training(), law, knowledge, onPump] })).toEqual(
      [],
    )
  })
})

describe('a training', () => {
  it('that was never held is missing, with all the facts (TRN-6)', () => {
    expect(refused(competenceGate(input({ trainings: [] })))).toEqual([
      [
        'TRN-6',
        'trainings.FAULT_FINDING',
        {
          topic: 'FAULT_FINDING',
          flaw: 'MISSING',
          role: 'SERVICE_ENGINEER',
          productClass: 'UNREGULATED',
          productId: null,
          version: null,
          heldOn: null,
          validUntil: null,
          on: '2026-03-02',
        },
      ],
    ])
    expect(held({ topic: 'SELLING' })).toEqual(['TRN-6 trainings.FAULT_FINDING MISSING'])
  })

  it('counts on its last day and not on the next, by local day (TRN-6, C24)', () => {
    const trainings = [training({ validUntil: day('2026-03-02') })]
    expect(gate({ trainings, at: parseInstant('2026-03-02T23:59:59.999+08:00') })).toEqual([])
    expect(gate({ trainings, at: parseInstant('2026-03-03T00:00:00+08:00') })).toEqual([
      'TRN-6 trainings.FAULT_FINDING EXPIRED',
    ])
  })

  it('counts for its interval, to the same day of the last month (TRN-6, C24)', () => {
    // Twelve months from 2 March 2025 end with 2 March 2026.
    expect(held({ heldOn: day('2025-03-02') })).toEqual([])
    const late = competenceGate(input({ trainings: [training({ heldOn: day('2025-03-01') })] }))
    expect(refused(late)).toMatchObject([
      ['TRN-6', 'trainings.FAULT_FINDING', { flaw: 'EXPIRED', heldOn: '2025-03-01', validUntil: '2026-03-01' }],
    ])
    expect(late[0]?.message.en).toBe('The training in fault finding counted until 2026-03-01.')
  })

  it('is repeated rather sooner where the last month is shorter (C24 of TRN-3)', () => {
    // Six months from 31 August 2025 end with 28 February 2026.
    const trainings = [training(), { ...law, heldOn: day('2025-08-31') }, knowledge]
    const on = (text: string) => gate({ productClass: 'CLASS_I', trainings, at: parseInstant(text) })
    expect(on('2026-02-28T12:00:00+08:00')).toEqual([])
    expect(on('2026-03-01T12:00:00+08:00')).toEqual(['TRN-3 trainings.MEDICAL_LAW EXPIRED'])
  })

  it('ends with the stricter of its own end and the interval (TRN-6)', () => {
    expect(held({ heldOn: day('2025-03-01'), validUntil: day('2030-01-01') })).toEqual([
      'TRN-6 trainings.FAULT_FINDING EXPIRED',
    ])
    expect(held({ heldOn: day('2026-02-01'), validUntil: day('2026-03-01') })).toEqual([
      'TRN-6 trainings.FAULT_FINDING EXPIRED',
    ])
  })

  it('has no end where neither gives one (TRN-6)', () => {
    const requirements = [{ ...faultFinding, intervalMonths: null }]
    expect(gate({ requirements, trainings: [training({ heldOn: day('1999-01-01') })] })).toEqual([])
    const ended = [training({ heldOn: day('1999-01-01'), validUntil: day('2026-03-01') })]
    expect(gate({ requirements, trainings: ended })).toEqual(['TRN-6 trainings.FAULT_FINDING EXPIRED'])
  })

  it('whose test was not passed counts for nothing (TRN-3, TRN-6)', () => {
    const violations = competenceGate(input({ trainings: [training({ hasPassed: false })] }))
    expect(refused(violations)).toMatchObject([
      ['TRN-6', 'trainings.FAULT_FINDING', { flaw: 'FAILED', heldOn: '2025-09-01', validUntil: null }],
    ])
    expect(violations[0]?.message.en).toBe('The test in fault finding of 2025-09-01 was not passed.')
  })

  it('is judged by the last one: a later failure undoes a pass, a later pass a failure (TRN-6)', () => {
    const [early, late] = [day('2025-09-01'), day('2026-02-01')]
    const failed = ['TRN-6 trainings.FAULT_FINDING FAILED']
    expect(held({ heldOn: early }, { heldOn: late, hasPassed: false })).toEqual(failed)
    expect(held({ heldOn: late, hasPassed: false }, { heldOn: early })).toEqual(failed)
    expect(held({ heldOn: early, hasPassed: false }, { heldOn: late })).toEqual([])
  })

  it('may be repeated on the day of a failure, and lasts as long as the longest of that day (TRN-6)', () => {
    expect(held({ hasPassed: false }, {})).toEqual([])
    expect(held({}, { hasPassed: false })).toEqual([])
    const [short, shorter, long] = [day('2026-03-01'), day('2026-02-01'), day('2026-03-02')]
    expect(held({ validUntil: short }, { validUntil: long })).toEqual([])
    expect(held({ validUntil: long }, { validUntil: short })).toEqual([])
    expect(
      gate({
        requirements: [{ ...faultFinding, intervalMonths: null }],
        trainings: [training({ validUntil: short }), training()],
      }),
    ).toEqual([])
    const ends = [short, shorter].map((validUntil) => training({ validUntil }))
    for (const trainings of [ends, ends.toReversed()]) {
      expect(competenceGate(input({ trainings }))).toMatchObject([{ facts: { flaw: 'EXPIRED', validUntil: short } }])
    }
  })

  it('counts from its day on (TRN-6)', () => {
    expect(held({ heldOn: day('2026-03-02') })).toEqual([])
    const trainings = [training({ heldOn: day('2026-04-01') }), training({ heldOn: day('2026-03-03') })]
    const violations = competenceGate(input({ trainings }))
    expect(refused(violations)).toMatchObject([
      ['TRN-6', 'trainings.FAULT_FINDING', { flaw: 'NOT_YET_HELD', heldOn: '2026-03-03' }],
    ])
    expect(violations[0]?.message.en).toBe('The training in fault finding is not held before 2026-03-03.')
    expect(gate({ trainings: [...trainings, training()] })).toEqual([])
  })
})

describe('a requirement', () => {
  it('binds its roles and classes only, none named meaning all (TRN-6)', () => {
    const selling = {
      ...faultFinding,
      topic: 'SELLING',
      roles: [],
      productClasses: ['CLASS_I', 'UNREGULATED'] as const,
    }
    const other = { ...faultFinding, topic: 'OTHER', productClasses: ['CLASS_I'] as const }
    const of = (given: Partial<CompetenceGateInput>) =>
      gate({ requirements: [faultFinding, selling, other], trainings: [law, knowledge], ...given })
    expect(of({})).toEqual(['TRN-6 trainings.FAULT_FINDING MISSING', 'TRN-6 trainings.SELLING MISSING'])
    expect(of({ role: 'SALESPERSON' })).toEqual(['TRN-6 trainings.SELLING MISSING'])
    expect(of({ role: 'SALESPERSON', productClass: 'CLASS_II' })).toEqual([])
    expect(of({ productClass: 'CLASS_I' })).toHaveLength(3)
  })

  it('asked for twice counts for the shortest interval, and once (C24 of TRN-6)', () => {
    const trainings = [training({ heldOn: day('2025-09-01') })]
    const expired = ['TRN-6 trainings.FAULT_FINDING EXPIRED']
    // Six months from 1 September end with 1 March.
    const stricter = { ...faultFinding, intervalMonths: 6 }
    const endless = { ...faultFinding, intervalMonths: null }
    expect(gate({ trainings, requirements: [faultFinding, stricter] })).toEqual(expired)
    expect(gate({ trainings, requirements: [stricter, faultFinding] })).toEqual(expired)
    expect(gate({ trainings, requirements: [endless, stricter] })).toEqual(expired)
    expect(gate({ trainings, requirements: [stricter, endless] })).toEqual(expired)
    expect(gate({ trainings, requirements: [endless, endless] })).toEqual([])
    const recent = [training({ heldOn: day('2025-09-03') })]
    expect(gate({ trainings: recent, requirements: [endless, stricter] })).toEqual([])
    expect(gate({ trainings: recent, requirements: [stricter, endless] })).toEqual([])
  })

  it.each([0, 1.5])('of %p months is no requirement', (months) => {
    const wrong = (setting: string) =>
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining(setting) })
    expect(() => gate({ requirements: [{ ...faultFinding, intervalMonths: months }] })).toThrow(
      wrong("intervalMonths of 'FAULT_FINDING'"),
    )
    expect(() => gate({ productClass: 'CLASS_I', deviceTopicMonths: months })).toThrow(wrong('deviceTopicMonths'))
  })
})

describe('work on a device', () => {
  it.each(['CLASS_I', 'CLASS_II', 'CLASS_III'] as const)(
    'of %s needs law and device knowledge (TRN-3, TRN-6)',
    (productClass) => {
      expect(gate({ productClass, requirements: [], trainings: [] })).toEqual([
        'TRN-3 trainings.MEDICAL_LAW MISSING',
        'TRN-3 trainings.DEVICE_KNOWLEDGE MISSING',
      ])
    },
  )

  it('needs them from the company under the same rule, once (TRN-3)', () => {
    const requirements = [{ ...faultFinding, topic: 'MEDICAL_LAW', intervalMonths: 3 }]
    const of = (productClass: CompetenceGateInput['productClass']) =>
      gate({ productClass, requirements, trainings: [] })
    expect(of('CLASS_I')).toEqual(['TRN-3 trainings.MEDICAL_LAW MISSING', 'TRN-3 trainings.DEVICE_KNOWLEDGE MISSING'])
    expect(of('UNREGULATED')).toEqual(['TRN-6 trainings.MEDICAL_LAW MISSING'])
  })

  it('needs them again after the interval, however seldom the company asks (TRN-3, C24)', () => {
    const requirements = [{ ...faultFinding, topic: 'MEDICAL_LAW', intervalMonths: 24 }]
    // Six months from 1 September 2025 end with 1 March 2026.
    const trainings = [
      { ...law, heldOn: day('2025-09-01') },
      { ...knowledge, heldOn: day('2025-09-02') },
    ]
    expect(gate({ productClass: 'CLASS_I', requirements, trainings })).toEqual(['TRN-3 trainings.MEDICAL_LAW EXPIRED'])
  })
})

describe('work on a version of a product', () => {
  const of = (...trainings: readonly Training[]) => gate({ product: pump, requirements: [], trainings })

  it('needs a training on this very version (TRN-6, C24)', () => {
    expect(of(onPump)).toEqual([])
    expect(of()).toEqual(['TRN-6 trainings.PRODUCT MISSING'])
    const other = [{ ...onPump, product: { productId: 'pump', version: '1' } }]
    const violations = competenceGate(input({ product: pump, requirements: [], trainings: other }))
    expect(refused(violations)).toMatchObject([
      ['TRN-6', 'trainings.PRODUCT', { flaw: 'OTHER_VERSION', productId: 'pump', version: '2', heldOn: null }],
    ])
    expect(violations[0]?.message.en).toBe(
      'The trainings are on other versions; none is on this version of the product.',
    )
  })

  it('is not covered by the same version number of another product, nor by a general training (TRN-6)', () => {
    expect(of({ ...onPump, product: { productId: 'bed', version: '2' } })).toEqual(['TRN-6 trainings.PRODUCT MISSING'])
    expect(of({ ...onPump, product: null })).toEqual(['TRN-6 trainings.PRODUCT MISSING'])
  })

  it('is repeated where the company sets an interval for it (TRN-6)', () => {
    const requirements = [{ ...faultFinding, topic: 'PRODUCT' }]
    expect(gate({ product: pump, requirements, trainings: [onPump] })).toEqual(['TRN-6 trainings.PRODUCT EXPIRED'])
    // On no particular product, a training on any will do.
    const recent = [{ ...onPump, heldOn: day('2026-01-01') }]
    expect(gate({ product: null, requirements, trainings: recent })).toEqual([])
    expect(gate({ product: { ...pump, version: '3' }, requirements, trainings: recent })).toEqual([
      'TRN-6 trainings.PRODUCT OTHER_VERSION',
    ])
  })
})

describe('somebody who lacks everything', () => {
  it('hears of every topic at once (TRN-3, TRN-6)', () => {
    const all = { productClass: 'CLASS_II', product: pump, trainings: [] } as const
    expect(rulesRefusing(competenceGate(input(all)))).toEqual(['TRN-6', 'TRN-3', 'TRN-3', 'TRN-6'])
    expect(demandedTopics(input(all)).map(({ topic, intervalMonths }) => [topic, intervalMonths])).toEqual([
      ['FAULT_FINDING', 12],
      ['MEDICAL_LAW', 6],
      ['DEVICE_KNOWLEDGE', 6],
      ['PRODUCT', null],
    ])
  })
})
