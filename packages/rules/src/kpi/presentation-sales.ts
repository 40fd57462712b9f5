import type { KpiId } from '../catalogue/index.ts'
import type { Presentation } from './presentation.ts'

const money = { countedIn: 'MINOR_UNITS' } as const
const quantity = { countedIn: 'THOUSANDTHS' } as const
const moneySum = { ...money, isSum: true } as const
/** Nothing but what has no part: the parts are other figures, not portions of it. */
const wholeWithoutParts = [] as const

/** Orders, targets, contracts, goods and money. What is not named here is a share of things. */
export const salesKpiPresentations: readonly (readonly [KpiId, Partial<Presentation>])[] = [
  ['KPI-2', { wholeOf: wholeWithoutParts, parts: { amount: money, quantity } }],
  ['KPI-3', moneySum],
  ['KPI-4', { ...quantity, isSum: true }],
  ['KPI-5', { ...money, wholeOf: wholeWithoutParts }],
  ['KPI-7', { wholeOf: wholeWithoutParts, parts: { amount: money } }],
  ['KPI-10', quantity],
  [
    'KPI-12',
    {
      ...money,
      wholeOf: wholeWithoutParts,
      parts: {
        'overdue.0-30': moneySum,
        'overdue.31-60': moneySum,
        'overdue.61-90': moneySum,
        'overdue.91-': moneySum,
      },
    },
  ],
  [
    'KPI-16',
    {
      wholeOf: wholeWithoutParts,
      parts: {
        received: { isHidden: true },
        unitsShipped: { ...quantity, isHidden: true, window: 'TRAILING_YEAR' },
        ordersPlaced: { isHidden: true, window: 'TRAILING_YEAR' },
      },
      quotients: [
        { part: 'perThousandUnits', numeratorPart: 'received', denominatorPart: 'unitsShipped', per: 1000 },
        { part: 'perThousandOrders', numeratorPart: 'received', denominatorPart: 'ordersPlaced', per: 1000 },
      ],
    },
  ],
  ['KPI-35', quantity],
  ['KPI-36', money],
  [
    'KPI-37',
    {
      ...quantity,
      wholeOf: wholeWithoutParts,
      parts: { lastNotification: { percentiles: [{ name: 'longest', share: 1 }] } },
    },
  ],
  ['KPI-38', { wholeOf: wholeWithoutParts }],
]
