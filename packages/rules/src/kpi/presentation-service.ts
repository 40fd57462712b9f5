import type { KpiId } from '../catalogue/index.ts'
import type { Presentation } from './figure-presentation.ts'

const median = { name: 'median', share: 0.5 } as const
const ninetieth = { name: 'p90', share: 0.9 } as const
const longest = { name: 'longest', share: 1 } as const
const mean = { isMean: true, hasInterval: false } as const
const anonymous = { isAnonymous: true } as const
/** Nothing but what has no part: the parts are other figures, not portions of it. */
const wholeWithoutParts = [] as const

/** Complaints, enquiries, service, satisfaction and the running of it all. What is not named here is a share of things. */
export const serviceKpiPresentations: readonly (readonly [KpiId, Partial<Presentation>])[] = [
  [
    'KPI-17',
    {
      // The share without pauses (C40) stands beside the one with them and is not counted twice.
      wholeOf: ['complaint.verify', 'complaint.opinion.quality', 'complaint.opinion.other', 'complaint.handle'],
    },
  ],
  ['KPI-20', { percentiles: [median, ninetieth] }],
  [
    'KPI-22',
    {
      wholeOf: wholeWithoutParts,
      parts: {
        withPauses: { percentiles: [median] },
        withoutPauses: { percentiles: [median] },
        progressGap: { percentiles: [longest] },
      },
    },
  ],
  [
    'KPI-23',
    {
      hasInterval: true,
      // Satisfaction as such is the rating of the service; that of the product stands beside it and is not mixed in.
      wholeOf: ['service'],
      parts: {
        'service.mean': mean,
        'product.mean': mean,
        'service.anonymous': anonymous,
        'product.anonymous': anonymous,
        'service.anonymous.mean': { ...mean, ...anonymous },
        'product.anonymous.mean': { ...mean, ...anonymous },
      },
    },
  ],
  ['KPI-25', { wholeOf: ['monthly'] }],
  ['KPI-30', { wholeOf: wholeWithoutParts, parts: { gap: { percentiles: [longest] } } }],
  [
    'KPI-32',
    {
      wholeOf: wholeWithoutParts,
      parts: { entry: { percentiles: [ninetieth] }, visible: { percentiles: [ninetieth] } },
    },
  ],
  ['KPI-34', { wholeOf: wholeWithoutParts }],
  [
    'KPI-41',
    { wholeOf: wholeWithoutParts, parts: { attitude: { hasInterval: true }, conductComplaints: { per: 1000 } } },
  ],
]
