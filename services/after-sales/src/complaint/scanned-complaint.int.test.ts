import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openAfterSales, type TestAfterSales } from '../after-sales.fixture.ts'
import { type Complaints, complaintsOf, desk, MONDAY } from './complaints.fixture.ts'

const GTIN = '09501101530102'
const SCAN = `]d201${GTIN}1728033110l-7\u001d21S-7\r\n`
const FIELDS = 'product { id } lot { id } unknownReferences description'
const goods = { productId: randomUUID(), deviceIdentifier: GTIN, lotId: randomUUID(), lotNumber: 'L-7' }
const named = { product: { id: goods.productId }, lot: { id: goods.lotId }, unknownReferences: ['CUSTOMER'] }

let service: TestAfterSales
let complaints: Complaints
beforeAll(async () => {
  service = await openAfterSales(MONDAY)
  complaints = complaintsOf(service)
  await complaints.tellOfGoods(goods)
})
afterAll(() => service.dispose())

const told = (input: object) => ({ customerId: randomUUID(), channel: 'PHONE', description: 'It leaks', ...input })
const receive = (input: object) => complaints.must(desk, 'receiveComplaint', told(input), FIELDS)

describe('a complaint about goods whose label is scanned', () => {
  it('names the product and the lot that the label bears, however the lot number is written (TRC-4)', async () => {
    expect(await receive({ scan: SCAN })).toMatchObject(named)
    expect(await receive({ scan: SCAN, productId: goods.productId, lotId: goods.lotId })).toMatchObject(named)
    expect(await receive({ scan: '(10)L-7', productId: goods.productId })).toMatchObject(named)
  })

  it('is taken also where nobody knows the device or the lot, and keeps what was scanned (CMP-1)', async () => {
    const ofNobody = '(01)06901234567892(10)L-7'
    const description = `It leaks\n[label: ${ofNobody}]`
    expect(await receive({ scan: ofNobody })).toMatchObject({ product: null, lot: null, description })
    const otherLot = await receive({ scan: `(01)${GTIN}(10)L-8` })
    expect(otherLot).toMatchObject({ product: { id: goods.productId }, lot: null })
  })

  it.each([
    ['another product is entered besides', { scan: SCAN, productId: randomUUID() }, 'TRC-4'],
    ['another lot is entered besides', { scan: SCAN, lotId: randomUUID() }, 'TRC-4'],
    ['the entered lot bears another number', { scan: `(01)${GTIN}(10)L-8`, lotId: goods.lotId }, 'TRC-4'],
    ['the entered product bears another device', { scan: '(01)06901234567892', productId: goods.productId }, 'TRC-4'],
    ['the label can be read in two ways', { scan: `01${GTIN}1024072410S23` }, 'TRC-7'],
  ])('is told where %s', async (_, input, rule) => {
    const { data, codes } = await complaints.mutate(desk, 'receiveComplaint', told(input))
    expect(codes).toEqual([])
    expect(data?.['receiveComplaint']).toMatchObject({ complaint: null, violations: [{ rule }] })
  })

  it('is entered later as a whole case in the same way', async () => {
    const input = {
      occurredAt: '2026-03-02T08:00:00+08:00',
      backdatedBecause: 'the line was down',
      receiveComplaint: told({ scan: SCAN }),
      steps: [
        {
          occurredAt: '2026-03-02T08:30:00+08:00',
          registerComplaint: { verification: 'Seen', isSubstantiated: true },
        },
      ],
    }
    expect(await complaints.must(desk, 'recordWholeComplaint', input, FIELDS)).toMatchObject(named)
  })
})
