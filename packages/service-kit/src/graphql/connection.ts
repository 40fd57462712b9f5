import { requestError } from './request-error.ts'

/** A page of a list as the Relay connection specification defines it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const MOST_PER_PAGE = 100

/** @throws GraphQLError `INPUT_INVALID` for a page size outside 1 to 100: no list is unbounded */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 20
  if (size < 1 || size > MOST_PER_PAGE) throw requestError('INPUT_INVALID', `first must be 1 to ${MOST_PER_PAGE}.`)
  return size
}

/** A position in a sorted list: the sort fields of its last member. Opaque to clients. */
export function encodeCursor(position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** @throws GraphQLError `CURSOR_INVALID` for anything that `encodeCursor` did not make with so many fields */
export function decodeCursor(cursor: string, fields: number): readonly string[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(position) && position.length === fields && position.every((part) => typeof part === 'string')) {
      return position
    }
  } catch {
    // Falls through: whatever cannot be read is not a cursor.
  }
  throw requestError('CURSOR_INVALID')
}

/**
 * Makes a connection from one more item than the page holds: the extra one only says that there is a next page.
 * @param found up to `size + 1` items in list order
 */
export function connectionOf<Item, Node>(
  found: readonly Item[],
  size: number,
  after: string | null | undefined,
  cursorOf: (item: Item) => string,
  nodeOf: (item: Item) => Node,
): Connection<Node> {
  const edges = found.slice(0, size).map((item) => ({ cursor: cursorOf(item), node: nodeOf(item) }))
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
