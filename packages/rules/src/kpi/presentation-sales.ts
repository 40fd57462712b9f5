import type { KpiId } from '../catalogue/index.ts'
import type { Operand, Presentation } from './figure-presentation.ts'

const money = { countedIn: 'MINOR_UNITS' } as const
const quantity = { countedIn: 'THOUSANDTHS' } as const
const moneySum = { ...money, isSum: true } as const
/** Nothing but what has no part: the parts are other figures, not portions of it. */
const wholeWithoutParts = [] as const

const inPeriod = { window: 'PERIOD' } as const
const overTheYear = { window: 'TRAILING_YEAR' } as const
const unitsShipped = { kpi: 'KPI-4', part: 'shipped', side: 'numerator' } as const
const complaintsReceived: Operand = { kpi: 'KPI-16', part: 'received', side: 'numerator', ...inPeriod }

/** Orders, targets, contracts, goods and money. What is not named here is a share of things. */
export const salesKpiPresentations: readonly (readonly [KpiId, Partial<Presentation>])[] = [
  [
    'KPI-2',
    {
      wholeOf: wholeWithoutParts,
      // What was reached is what was sold; targets bring the denominators.
      parts: { amount: { ...money, isHidden: true }, quantity: { ...quantity, isHidden: true } },
      quotients: [
        {
          part: 'amount',
          numerator: { kpi: 'KPI-3', part: null, side: 'numerator', ...inPeriod },
          denominator: { kpi: 'KPI-2', part: 'amount', side: 'denominator', ...inPeriod },
          per: 1,
          shownWith: 'DENOMINATOR',
        },
        {
          part: 'quantity',
          numerator: { kpi: 'KPI-4', part: null, side: 'numerator', ...inPeriod },
          denominator: { kpi: 'KPI-2', part: 'quantity', side: 'denominator', ...inPeriod },
          per: 1,
          shownWith: 'DENOMINATOR',
        },
      ],
    },
  ],
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
        ordersPlaced: { isHidden: true },
      },
      quotients: [
        {
          part: 'perThousandUnits',
          numerator: complaintsReceived,
          denominator: { ...unitsShipped, ...overTheYear },
          per: 1000,
          shownWith: 'EITHER',
        },
        {
          part: 'perThousandOrders',
          numerator: complaintsReceived,
          denominator: { kpi: 'KPI-16', part: 'ordersPlaced', side: 'numerator', ...overTheYear },
          per: 1000,
          shownWith: 'EITHER',
        },
      ],
    },
  ],
  [
    'KPI-35',
    {
      ...quantity,
      isHidden: true,
      quotients: [
        {
          part: null,
          numerator: { kpi: 'KPI-35', part: null, side: 'numerator', ...inPeriod },
          denominator: { ...unitsShipped, ...inPeriod },
          per: 1,
          shownWith: 'EITHER',
        },
      ],
    },
  ],
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
