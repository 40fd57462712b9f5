import type { Instant } from '../primitives/instant.ts'

/** Something that a person did, or was given to do. */
export interface Act {
  readonly at: Instant
  /** `null` where the record names nobody, as imported history may. */
  readonly personId: string | null
  readonly teamId: string | null
}

/** The earlier of what is known and what is newly learned. */
export function earlierAct(known: Act | null, learned: Act): Act {
  return known === null || compareActs(learned, known) < 0 ? learned : known
}

/** The last act up to an instant, that instant included; without an instant, of all. */
export function lastActBy(acts: readonly Act[], at: Instant | null): Act | null {
  return (
    acts
      .filter((act) => at === null || act.at <= at)
      .toSorted(compareActs)
      .at(-1) ?? null
  )
}

/** By time; at the same instant by person and team, so that the order in which acts are told makes no difference. */
export function compareActs(a: Act, b: Act): number {
  const [left, right] = [orderOf(a), orderOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function orderOf({ at, personId, teamId }: Act): string {
  return [at, personId ?? '', teamId ?? ''].join(' ')
}

/** The scopes of who acted: nobody's where the record names nobody. */
export function actScopes(act: Act | null): readonly string[] {
  return act === null ? [] : responsibleScopes(act.personId, act.teamId)
}

/** The scopes of a person and of the team that the person belongs to, where known. */
export function responsibleScopes(personId: string | null, teamId: string | null): readonly string[] {
  return [...(personId === null ? [] : [`person:${personId}`]), ...(teamId === null ? [] : [`team:${teamId}`])]
}
