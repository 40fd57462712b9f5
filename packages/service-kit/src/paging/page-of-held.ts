import { decodeCursor, encodeCursor } from './cursor.ts'
import { type Page, type PageArguments, pageFrom, pageSize } from './page.ts'

/** A list of what one record holds. */
export interface HeldList<Member> {
  /** Cursors are of this list, in this order, and of no other. */
  readonly list: string
  readonly isNewestFirst: boolean
  readonly matches: (member: Member) => boolean
}

/**
 * One page of what a record holds, which is at hand with the record: some thousands at most.
 * @param held in the order of time; nothing is ever added but behind the last one, so that its place tells each apart
 * @throws GraphQLError `INPUT_INVALID` for a page size outside 1 to 100, `CURSOR_INVALID` for a cursor of another list
 */
export function pageOfHeld<Member>(
  held: readonly Member[],
  { list, isNewestFirst, matches }: HeldList<Member>,
  { first, after }: PageArguments,
): Page<Member> {
  const size = pageSize(first)
  const key = `${list} ${isNewestFirst ? '-' : ''}place`
  const [last] = after ? decodeCursor(key, after, 1) : []
  const isBehind = (place: number) =>
    last === undefined || (isNewestFirst ? place < Number(last) : place > Number(last))
  const meant = held.flatMap((member, place) => (matches(member) ? [{ member, place }] : []))
  const ordered = isNewestFirst ? meant.toReversed() : meant
  const found = ordered.filter(({ place }) => isBehind(place)).slice(0, size + 1)
  const page = pageFrom(
    found,
    { size, after },
    ({ place }) => encodeCursor(key, [place]),
    ({ member }) => member,
  )
  return { ...page, totalCount: async () => meant.length }
}
