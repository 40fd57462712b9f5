import type { TargetTree } from './target-tree.ts'

/** A person's target and that of the team beside it, in the unit of the tree's measure. */
export interface SharedTarget {
  readonly teamId: string
  readonly personal: number
  readonly team: number
}

/** ORG-8: for each team of a person in a month, both figures; an empty list for somebody without a target. */
export function sharedTargetsOf(
  { months }: Pick<TargetTree, 'months'>,
  { month, personId }: { readonly month: number; readonly personId: string },
): readonly SharedTarget[] {
  return months
    .filter((one) => one.month === month)
    .flatMap(({ teams }) => teams)
    .flatMap(({ teamId, value, persons }) =>
      persons
        .filter((person) => person.personId === personId)
        .map((person) => ({ teamId, personal: person.value, team: value })),
    )
}
