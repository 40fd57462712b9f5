import { requestError } from '../graphql/request-error.ts'

const MOST_PER_PAGE = 100

/** A page of a list as the Relay connection specification defines it. */
export interface UncountedPage<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

/** A page of a list that can be counted. */
export interface Page<Node> extends UncountedPage<Node> {
  /** How many there are in the whole list: asked for as a function, because counting costs a query. */
  readonly totalCount: () => Promise<number>
}

/** A page whose members are what its list's aggregate says. */
export type AnyPage = Page<unknown>

export interface PageArguments {
  /** 1 to 100; 20 when left out. */
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** @throws GraphQLError `INPUT_INVALID` for a page size outside 1 to 100: no list is unbounded */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 20
  if (size >= 1 && size <= MOST_PER_PAGE) return size
  throw requestError('INPUT_INVALID', `first must be 1 to ${MOST_PER_PAGE}.`, { field: 'first' })
}

/**
 * Makes a page of one more member than it shows: the extra one only says that there is a next page.
 * @param found up to `size + 1` members in list order
 * @param nodeOf `undefined` leaves a member out
 */
export function pageFrom<Member, Node>(
  found: readonly Member[],
  { size, after }: { readonly size: number; readonly after: string | null | undefined },
  cursorOf: (member: Member) => string,
  nodeOf: (member: Member, index: number) => Node | undefined,
): UncountedPage<Node> {
  const edges = found.slice(0, size).flatMap((member, index) => {
    const node = nodeOf(member, index)
    return node === undefined ? [] : [{ cursor: cursorOf(member), node }]
  })
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: typeof after === 'string',
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
