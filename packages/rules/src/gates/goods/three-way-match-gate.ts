import type { Bilingual } from '../../primitives/bilingual.ts'
import type { Violation } from '../../violation.ts'
import type { LotAtGate } from './lot.ts'
import { type BookedGoods, type MatchDifference, matchLines, type ThreeBooks } from './three-way-match.ts'

export interface InvoicedGoods extends BookedGoods {
  /** What had been decided about the lot when the invoice was issued; `null` for nothing, or for no lot. */
  readonly lotStatus: LotAtGate['status']
}

export interface ThreeWayMatchInput extends ThreeBooks {
  readonly invoices: readonly InvoicedGoods[]
}

/**
 * FIN-2: per line, product and lot, invoice and ledger agree with the goods in quantity and amount. FIN-1: whatever was
 * shipped has its invoice. QLT-4: no invoice names a lot that was blocked when it was issued. Asked when the line is to
 * be closed: an invoice for a part is right only once the other parts follow.
 */
export function threeWayMatchGate(input: ThreeWayMatchInput): readonly Violation[] {
  const mismatches = matchLines(input).flatMap(({ lineId, differences }) =>
    differences.map((difference) => mismatch(lineId, difference)),
  )
  const blocked = input.invoices.flatMap((goods, index) =>
    goods.lotStatus === 'BLOCKED' ? [blockedLot(goods, index)] : [],
  )
  return [...mismatches, ...blocked]
}

const bookNames = {
  invoices: { zh: '发票', en: 'invoice' },
  ledger: { zh: '账目', en: 'ledger' },
} as const satisfies Record<MatchDifference['book'], Bilingual>

const pointNames = {
  PRODUCT: { zh: '产品', en: 'product' },
  LOT: { zh: '批次', en: 'lot' },
  QUANTITY: { zh: '数量', en: 'quantity' },
  AMOUNT: { zh: '金额（最小货币单位）', en: 'amount in minor units' },
} as const

function mismatch(lineId: string, difference: MatchDifference): Violation {
  const { kind, book, productId, lotId, shipped, stated, path } = difference
  return {
    rule: kind === 'MISSING' && book === 'invoices' ? 'FIN-1' : 'FIN-2',
    path,
    facts: { lineId, productId, lotId, difference: kind, books: `shipments | ${book}`, shipped, stated },
    ...textsOf(difference),
  }
}

function textsOf({ kind, book, shipped, stated }: MatchDifference): Pick<Violation, 'message' | 'remedy'> {
  const { zh, en } = bookNames[book]
  switch (kind) {
    case 'MISSING':
      return {
        message: { zh: `已发货 ${shipped}，${zh}上没有。`, en: `${shipped} were shipped, but no ${en} has them.` },
        remedy:
          book === 'invoices'
            ? { zh: '为这批货开具发票。', en: 'Issue the invoice for these goods.' }
            : { zh: '把这批货记入账目。', en: 'Enter these goods in the ledger.' },
      }
    case 'NOT_SHIPPED':
      return {
        message: {
          zh: `${zh}记有 ${stated}，这一行却没有发过这种货。`,
          en: `The ${en} has ${stated}, but no such goods of this line were shipped.`,
        },
        remedy: { zh: `更正${zh}，或补记发货。`, en: `Correct the ${en}, or record the shipment.` },
      }
    default: {
      const point = pointNames[kind]
      return {
        message: {
          zh: `${point.zh}不符：发货为 ${shipped ?? '无'}，${zh}为 ${stated ?? '无'}。`,
          en: `The ${point.en} differs: ${shipped ?? 'none'} by shipment, ${stated ?? 'none'} by ${en}.`,
        },
        remedy: {
          zh: `查明哪一方有误，按实际发货更正${zh}。`,
          en: `Find out which is wrong; the ${en} must say what was shipped.`,
        },
      }
    }
  }
}

function blockedLot({ lineId, productId, lotId, lotStatus }: InvoicedGoods, index: number): Violation {
  return {
    rule: 'QLT-4',
    message: {
      zh: '发票列有已被判定不合格的批次。',
      en: 'The invoice names a lot that was found non-conforming.',
    },
    path: ['invoices', String(index), 'lotId'],
    remedy: {
      zh: '不得为该批次开票；收回货品，改发合格批次。',
      en: 'Do not invoice this lot; take the goods back and ship a sound lot.',
    },
    facts: { lineId, productId, lotId, lotStatus },
  }
}
