import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openAfterSales, type TestAfterSales } from '../after-sales.fixture.ts'
import { type Complaints, complaintsOf, desk, MONDAY } from './complaints.fixture.ts'

const GTIN = '09501101530102'
const SCAN = `]d201${GTIN}1728033110l-7\u001d21S-7\r\n`
const FIELDS = `id product { id } lot { id } unknownReferences description
  goods { deviceIdentifier lotNumber serialNumber }`
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

async function idsOf(filter: object): Promise<readonly string[]> {
  const query = 'query ($filter: ComplaintFilter) { complaints(filter: $filter) { edges { node { id } } } }'
  const { data, codes } = await service.ask(desk, query, { filter })
  expect(codes).toEqual([])
  const page = data?.['complaints'] as { readonly edges: readonly { readonly node: { readonly id: string } }[] } | null
  return (page?.edges ?? []).map(({ node }) => node.id)
}

describe('a complaint about goods whose label is scanned', () => {
  it('names the product and the lot that the label bears, however the lot number is written (TRC-4)', async () => {
    expect(await receive({ scan: SCAN })).toMatchObject(named)
    expect(await receive({ scan: SCAN, productId: goods.productId, lotId: goods.lotId })).toMatchObject(named)
    expect(await receive({ scan: '(10)L-7', productId: goods.productId })).toMatchObject(named)
  })

  it('is taken also where nobody knows the device or the lot, and keeps what was scanned (CMP-1)', async () => {
    const ofNobody = '(01)06901234567892(10)L-7'
    expect(await receive({ scan: ofNobody })).toMatchObject({
      product: null,
      lot: null,
      description: 'It leaks',
      goods: { deviceIdentifier: '06901234567892', lotNumber: 'L-7', serialNumber: null },
      unknownReferences: ['CUSTOMER', 'PRODUCT', 'LOT'],
    })
    const otherLot = await receive({ scan: `(01)${GTIN}(10)L-8` })
    expect(otherLot).toMatchObject({ product: { id: goods.productId }, lot: null })
  })

  it('is of the lot as soon as that is received, and is found by it, however it is written (TRC-4)', async () => {
    const later = {
      productId: randomUUID(),
      deviceIdentifier: '09501101530003',
      lotId: randomUUID(),
      lotNumber: 'Q 1',
    }
    const { id } = await receive({ scan: '(01)09501101530003(10)q1(21)S-9' })
    const [other, named] = [
      await receive({ scan: SCAN }),
      await receive({ productId: goods.productId, lotId: goods.lotId }),
    ]
    expect(await complaints.read(desk, id, FIELDS)).toMatchObject({ product: null, lot: null })
    await complaints.tellOfGoods(later)
    expect(await complaints.read(desk, id, FIELDS)).toMatchObject({
      product: { id: later.productId },
      lot: { id: later.lotId },
      unknownReferences: ['CUSTOMER'],
    })
    expect(await idsOf({ lotNumber: ['Ｑ１'] })).toEqual([id])
    expect(await idsOf({ deviceIdentifier: ['9501101530003'] })).toEqual([id])
    const found = await idsOf({ lotNumber: ['l-7'], deviceIdentifier: [GTIN] })
    expect(found).toEqual(expect.arrayContaining([other.id, named.id]))
    expect(await idsOf({ lotId: [goods.lotId] })).toEqual(expect.arrayContaining([other.id, named.id]))
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
