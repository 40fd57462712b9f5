/**
 * What a target counts, and in which unit (TGT-5). Every value of a tree is an integer of it: minor units of the
 * currency, thousandths of the unit, or basis points of the market.
 */
export type TargetMeasure =
  | { readonly kind: 'AMOUNT'; readonly currency: string }
  | { readonly kind: 'QUANTITY'; readonly unit: string }
  | { readonly kind: 'SHARE'; readonly market: string }

/** A market share of 100 % in basis points. */
export const wholeMarket = 10_000

/** What one salesperson is to reach in a month. */
export interface PersonTarget {
  readonly personId: string
  readonly value: number
  /** How the person means to reach it (TGT-4); `null` until it is handed in. */
  readonly plan: string | null
}

export interface TeamTarget {
  readonly teamId: string
  readonly value: number
  /** How the team means to reach it, with demand and competition in view (TGT-7). */
  readonly plan: string | null
  readonly persons: readonly PersonTarget[]
}

export interface MonthTarget {
  /** 1 to 12. */
  readonly month: number
  readonly value: number
  readonly teams: readonly TeamTarget[]
}

/**
 * The target of a year, divided among months, teams and persons (C6). One tree holds one measure, so that everything in
 * it can be added. A tree for one product or channel stands beside the one for all and is balanced by itself: not every
 * product has a target of its own, and so those that have one need not add up to the whole.
 */
export interface TargetTree {
  readonly year: number
  readonly measure: TargetMeasure
  /** `null` for all products. */
  readonly productId: string | null
  /** `null` for all channels. */
  readonly channel: string | null
  readonly value: number
  /** The company's plan for the year (TGT-1). */
  readonly plan: string | null
  readonly months: readonly MonthTarget[]
}

export type TargetLevel = 'YEAR' | 'MONTH' | 'TEAM' | 'PERSON'

/** A place of the tree in one form for all levels. */
export interface TargetNode {
  readonly level: TargetLevel
  /** Year, month, team and person down to this node: `['2026', '2026-03', 'north', 'staff-1']`. */
  readonly names: readonly string[]
  /** Where it stands in the tree: field names and list indexes. */
  readonly path: readonly string[]
  readonly value: number
  readonly children: readonly TargetNode[]
}

/** The tree as nodes, its root first. */
export function nodeOfTree({ year, value, months }: Pick<TargetTree, 'year' | 'value' | 'months'>): TargetNode {
  const names = [String(year)]
  const children = months.map((month, index) => nodeOfMonth(month, names, ['months', String(index)]))
  return { level: 'YEAR', names, path: [], value, children }
}

function nodeOfMonth(
  { month, value, teams }: MonthTarget,
  above: readonly string[],
  path: readonly string[],
): TargetNode {
  const names = [...above, `${above.join('')}-${String(month).padStart(2, '0')}`]
  const children = teams.map((team, index) => nodeOfTeam(team, names, [...path, 'teams', String(index)]))
  return { level: 'MONTH', names, path, value, children }
}

function nodeOfTeam(
  { teamId, value, persons }: TeamTarget,
  above: readonly string[],
  path: readonly string[],
): TargetNode {
  const names = [...above, teamId]
  const children = persons.map(({ personId, value: own }, index): TargetNode => {
    const place = [...path, 'persons', String(index)]
    return { level: 'PERSON', names: [...names, personId], path: place, value: own, children: [] }
  })
  return { level: 'TEAM', names, path, value, children }
}

/** A node and everything beneath it, each before its children. */
export function nodesFrom(node: TargetNode): readonly TargetNode[] {
  return [node, ...node.children.flatMap(nodesFrom)]
}
