import { type KpiRow, labelOfDeadline, labelOfFigure } from '@afterline/rules'
import type { DeadlineItem, DeadlineList } from '../bookkeeping/index.ts'
import type { UncountedPage } from '../paging/index.ts'

/** A figure as `KpiValue` shows it: exact numbers as text, because GraphQL's Int ends at 32 bits. */
export function kpiValueOf(row: KpiRow) {
  return {
    ...row,
    label: labelOfFigure(row.id, row.part),
    numerator: String(row.numerator),
    denominator: String(row.denominator),
    unit: row.unit.toUpperCase() as Uppercase<KpiRow['unit']>,
  }
}

/** A limit as `Deadline` shows it; the explanation is worked out only when asked for. */
export function deadlineOf(item: DeadlineItem) {
  return {
    ...item.state,
    stream: item.stream,
    label: labelOfDeadline(item.state.key),
    explanation: () => {
      const { counted, segments } = item.explain()
      return { countedMs: counted, segments }
    },
  }
}

export function deadlineConnectionOf(
  { items, hasNextPage }: DeadlineList,
  after: string | null | undefined,
): UncountedPage<ReturnType<typeof deadlineOf>> {
  const edges = items.map((item) => ({ cursor: item.cursor, node: deadlineOf(item) }))
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: typeof after === 'string',
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
