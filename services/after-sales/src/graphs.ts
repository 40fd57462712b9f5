import { complaints } from './complaint/complaint.graph.ts'

export const context = 'after-sales'

/** The aggregates of this service. */
export const graphs = [complaints]
