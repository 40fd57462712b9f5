import type { GraphClient } from '@afterline/cli'
import type { Change, Identified } from './change.ts'
import { FORMER_SYSTEM } from './customers.ts'
import type { Moments } from './moments.ts'
import { type CompanyLot, lots, productIdOf, products } from './products.ts'

/** Ids of lots by their numbers. */
export type Lots = ReadonlyMap<string, string>

/** Products come from the former system; what is in the warehouse was counted when this one was begun with. */
export async function stockWarehouse(graph: GraphClient, change: Change, moments: Moments): Promise<Lots> {
  const records = products.map(({ key, price, category, ...product }, index) => ({
    ...{ ...product, row: index + 1, key, code: key, manufacturer: '样本医疗器械制造有限公司' },
    registrationNumber: product.productClass === 'UNREGULATED' ? null : `样械注准 2024${key}`,
    ...{ listPrice: { minor: price, currency: 'CNY' }, productCategory: category, registeredAt: moments.ago(300) },
  }))
  await graph.query(
    `mutation Products($input: ImportProductsInput!) { importProducts(input: $input) { results { status } } }`,
    { input: { source: { system: FORMER_SYSTEM, file: 'products.csv' }, records } },
  )
  return new Map(await Promise.all(lots.map((lot) => receiveLot(change, moments, lot))))
}

async function receiveLot(change: Change, moments: Moments, lot: CompanyLot): Promise<readonly [string, string]> {
  const isSterile = products.find(({ key }) => key === lot.product)?.isSterile === true
  const { id: lotId } = await change<Identified>({
    ...{ by: 'warehouse-1', mutation: 'receiveLot', of: 'lot', at: moments.ago(6, 20) },
    input: {
      ...{ productId: productIdOf(lot.product), lotNumber: lot.number, quantity: String(lot.quantity) },
      ...{ producedOn: moments.dayAgo(lot.producedDaysAgo), expiresOn: moments.dayAgo(lot.expiredDaysAgo) },
      sterilisationLot: isSterile ? `${lot.number}-S` : null,
    },
  })
  if (lot.quality !== 'UNDECIDED') {
    const isBlocked = lot.quality === 'BLOCKED'
    const decision = { status: isBlocked ? 'BLOCKED' : 'RELEASED', reason: isBlocked ? '抽检强度不合格' : '检验合格' }
    const at = moments.ago(6, 18)
    await change({ by: 'quality-1', mutation: 'decideLotQuality', of: 'lot', at, input: { lotId, ...decision } })
  }
  return [lot.number, lotId]
}

/** The regulator's notice comes after part of the lot was sold: its shipments tell whom to call. */
export async function recallLots(change: Change, known: Lots): Promise<void> {
  for (const { number } of lots.filter(({ quality }) => quality === 'RECALLED')) {
    const reason = '药监部门通告：穿刺器漏液，停止销售和使用并召回'
    const input = { lotId: known.get(number), status: 'BLOCKED', source: 'REGULATOR_NOTICE', reason }
    await change({ by: 'quality-1', mutation: 'decideLotQuality', of: 'lot', input })
  }
}
