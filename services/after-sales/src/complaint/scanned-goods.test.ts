import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import { complaintId, customerId, type DataOf, lookUp, receive, receivedData } from './complaint.fixture.ts'
import { complaint } from './complaint.ts'
import { type KnownGoods, NO_GOODS } from './decide/scanned-goods.ts'

const spec = specificationOf(complaint)

describe('a complaint whose goods are scanned', () => {
  const [lotId, otherLotId] = [complaintId, '0195b1f0-0000-7000-8000-00000000000d']
  const productId = '0195b1f0-0000-7000-8000-00000000000a'
  const scan = '(01)09501101530102(10)10-A'
  const known = { ...NO_GOODS, productId, lotIds: [lotId] }
  const scanned = (data: Partial<DataOf<'ReceiveComplaint'>>, goods: Partial<KnownGoods> = {}) =>
    spec.given().when(receive({ scan, ...data }), { ...lookUp, goods: { ...known, ...goods } })
  const nothing = { deviceIdentifier: null, lotNumber: null, serialNumber: null, producedOn: null, expiresOn: null }
  const data = {
    ...receivedData,
    goods: { ...nothing, deviceIdentifier: '09501101530102', lotNumber: '10-A' },
  }

  it('is about the product and the lot of the label, also where they were named besides (TRC-4)', () => {
    const expected = { type: 'ComplaintReceived', data: { ...data, productId, lotId } } as const
    scanned({}).then(expected)
    scanned({ productId, lotId }).then(expected)
  })

  it('keeps what the label says of goods that nobody here knows (CMP-1)', () => {
    scanned({}, NO_GOODS).then({ type: 'ComplaintReceived', data })
    scanned({}, { lotIds: [] }).then({ type: 'ComplaintReceived', data: { ...data, productId } })
    const named = { productId: customerId, lotId }
    scanned(named, NO_GOODS).then({ type: 'ComplaintReceived', data: { ...data, ...named } })
  })

  it('keeps every part of the label that has a field, and in the description what has none (TRC-4)', () => {
    const whole = '(01)09501101530102(11)260105(17)280104(10)10-A(21)S-7(240)XY'
    const { events } = scanned({ scan: whole }).decision
    const goods = { ...data.goods, serialNumber: 'S-7', producedOn: '2026-01-05', expiresOn: '2028-01-04' }
    const description = `${receivedData.description}\n[label: ${whole}]`
    expect(events).toMatchObject([{ data: { goods, description } }])
  })

  it('are known by the records that were named where nothing was scanned (TRC-4)', () => {
    const told = { deviceTold: '09501101530102', lotTold: { productId, lotNumber: '10-A' } }
    const { events } = scanned({ scan: null, productId, lotId }, { ...NO_GOODS, ...told }).decision
    expect(events).toMatchObject([{ data: { goods: data.goods } }])
  })

  it('is not about another product or lot than the label says, which is told with both (TRC-4)', () => {
    const other = scanned({ productId: customerId, lotId: otherLotId })
    other.thenRefused('TRC-4', 'TRC-4')
    expect(other.decision.violations).toMatchObject([
      { path: ['productId'], facts: { scan, told: customerId, scanned: '09501101530102' } },
      { path: ['lotId'], facts: { scan, told: otherLotId, scanned: '10-A' } },
    ])
    const device = { ...NO_GOODS, deviceTold: '06901234567892' }
    scanned({ productId: customerId }, device).thenRefused('TRC-4')
    const otherNumber = { ...NO_GOODS, lotTold: { productId, lotNumber: '10-B' } }
    scanned({ lotId: otherLotId }, otherNumber).thenRefused('TRC-4')
    const ofOther = { lotIds: [], lotTold: { productId: customerId, lotNumber: '10-a' } }
    scanned({ lotId: otherLotId }, ofOther).thenRefused('TRC-4')
  })

  it('is received once the label is read without doubt, or is left out (TRC-7)', () => {
    const unsure = scanned({ scan: '01095011015301021024072410S23' })
    unsure.thenRefused('TRC-7')
    expect(unsure.decision.violations).toMatchObject([{ path: ['scan'], facts: { code: 'AMBIGUOUS' } }])
    scanned({ scan: '(01)09501101530103' }).thenRefused('TRC-7')
  })
})
