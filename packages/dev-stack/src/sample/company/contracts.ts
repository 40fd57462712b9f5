import { onceKnown } from '@afterline/cli'
import type { Change, Identified } from './change.ts'
import { customerIdOf, customers } from './customers.ts'
import type { Contacts } from './files.ts'
import type { Moments } from './moments.ts'
import { productIdOf } from './products.ts'

type Stage = 'DRAFT' | 'LEGAL_REVIEW' | 'RETURNED' | 'APPROVED' | 'ACTIVE' | 'TERMINATED'

/** Customer, stage, and how many days ago the quote was accepted: signing is late after five working days. */
const contracts: readonly (readonly [customer: string, stage: Stage, acceptedDaysAgo: number])[] = [
  ['K01', 'ACTIVE', 6],
  ['K17', 'ACTIVE', 5.5],
  ['K05', 'APPROVED', 14],
  ['K03', 'LEGAL_REVIEW', 3],
  ['K20', 'RETURNED', 11],
  ['K18', 'DRAFT', 1],
  ['K19', 'TERMINATED', 9],
]

const CLAUSES = {
  QUANTITY: '年度框架数量，按订单分批交付',
  SPECIFICATION: '以订单所列型号规格为准',
  QUALITY_STANDARD: '符合产品技术要求与注册证',
  PRICE: '按双方确认的价目表',
  PAYMENT_METHOD: '货到验收后 30 日内付款',
  DELIVERY_TIME: '订单确认后 4 日内发货',
} as const

export async function writeContracts(change: Change, moments: Moments, contacts: Contacts): Promise<void> {
  await Promise.all(
    contracts.map(([customer, stage, acceptedDaysAgo], index) =>
      writeContract(change, moments, { customer, stage, acceptedDaysAgo, number: `XS-${index + 101}` }, contacts),
    ),
  )
}

interface Told {
  readonly customer: string
  readonly stage: Stage
  readonly acceptedDaysAgo: number
  readonly number: string
}

async function writeContract(change: Change, moments: Moments, told: Told, contacts: Contacts): Promise<void> {
  const { customer, stage, acceptedDaysAgo, number } = told
  const seller = customers.find(({ key }) => key === customer)?.owner ?? 'sales-manager'
  const drafting = {
    ...{ contractNumber: number, kind: 'SALE', counterpartyId: customerIdOf(customer) },
    ...{ quoteAcceptedAt: moments.ago(acceptedDaysAgo), text: textOf() },
  }
  const at = (days: number) => moments.ago(Math.min(acceptedDaysAgo, 5) - days)
  const { id: contractId, text } = await onceKnown(['CUS-1', 'ORG-3'], () =>
    change<Identified & { readonly text: { readonly digest: string } }>({
      ...{ by: seller, mutation: 'draftContract', of: 'contract', select: 'id text { digest }' },
      ...{ at: at(0), input: drafting },
    }),
  )
  const step = (by: Parameters<Change>[0]['by'], mutation: string, days: number, input: object = {}) =>
    change({ by, mutation, of: 'contract', at: at(days), input: { contractId, ...input } })
  if (stage === 'DRAFT') return
  if (stage === 'TERMINATED') {
    await step('sales-manager', 'terminateContract', 2, { reason: '客户改为单次采购' })
    return
  }
  await step(seller, 'submitForReview', 0.2)
  if (stage === 'LEGAL_REVIEW') return
  if (stage === 'RETURNED') {
    await step('legal-1', 'returnContract', 1, { reason: '付款条款与授信额度不一致' })
    return
  }
  await step('legal-1', 'approveContract', 1)
  if (stage === 'APPROVED') return
  await step('leadership', 'signContract', 1.5, { digest: text.digest })
  await step(seller, 'signContract', 2, { digest: text.digest, contactId: contacts.get(customer) })
  await step('sales-manager', 'activateContract', 2.5)
}

function textOf() {
  return {
    clauses: Object.entries(CLAUSES).map(([kind, wording]) => ({ clauseId: kind, kind, wording })),
    companyTerms: { rights: '按期收款', duties: '按期交付合格产品' },
    counterpartyTerms: { rights: '按期收货并索取资质', duties: '按期付款' },
    value: { minor: 20_000_000, currency: 'CNY' },
  }
}

/** A lower price that was allowed for one customer and is still unused, and one that was withdrawn (QUO-2). */
export async function approveDeviations(change: Change, moments: Moments): Promise<void> {
  const approval = {
    ...{ productId: productIdOf('IS-20'), customerId: customerIdOf('K01'), validUntil: moments.ahead(30) },
    ...{ floorPrice: { minor: 1150, currency: 'CNY' }, reason: '年度采购量达到二十万支' },
  }
  const approve = (input: object) =>
    onceKnown(['CUS-1'], () =>
      change({ by: 'sales-manager', mutation: 'approveDeviation', of: 'deviation', input: { ...input } }),
    )
  await approve(approval)
  const { id: deviationId } = await approve({ ...approval, customerId: customerIdOf('K17'), reason: '竞品报价' })
  const withdrawal = { deviationId, reason: '客户未承诺采购量' }
  await change({ by: 'sales-manager', mutation: 'withdrawDeviation', of: 'deviation', input: withdrawal })
}
