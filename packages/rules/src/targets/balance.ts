import { RulesError } from '../rules-error.ts'
import {
  nodeOfTree,
  nodesFrom,
  type TargetLevel,
  type TargetMeasure,
  type TargetNode,
  type TargetTree,
} from './target-tree.ts'

/** How much of a target the level beneath has taken over. Figures are integers in the unit of the tree's measure. */
export interface TargetBalance {
  readonly level: TargetLevel
  readonly names: readonly string[]
  readonly path: readonly string[]
  readonly value: number
  /** What the children add up to, a person's own value in full; `null` in a tree of shares. */
  readonly allocated: number | null
  /** What nobody beneath has taken over: shown, and allowed (C6). */
  readonly unallocated: number | null
  /** What the children have beyond this target: refused by `targetsGate`. */
  readonly overAllocated: number | null
}

/**
 * The balance of every node, the year first and each before its children, with tolerance 0 (C6). Shares do not add: ten
 * months at 5 % are not 50 %, and what a team's share weighs in the whole depends on its market. So in a tree of shares
 * each node is a target by itself, and nothing counts as allocated.
 * @throws RulesError for a value, or a sum, that is no safe integer
 */
export function balanceTargets(tree: TargetTree): readonly TargetBalance[] {
  const { measure } = tree
  return nodesFrom(nodeOfTree(tree)).map((node) => {
    const { level, names, path, value } = node
    const place = { level, names, path, value: integerOf(value, measure) }
    if (measure.kind === 'SHARE') return { ...place, allocated: null, unallocated: null, overAllocated: null }
    const allocated = integerOf(allocatedOf(node), measure)
    const unallocated = Math.max(0, value - allocated)
    return { ...place, allocated, unallocated, overAllocated: Math.max(0, allocated - value) }
  })
}

function allocatedOf({ level, value, children }: TargetNode): number {
  return level === 'PERSON' ? value : children.reduce((sum, child) => sum + child.value, 0)
}

const faultCodes = { AMOUNT: 'MONEY_INVALID', QUANTITY: 'QUANTITY_INVALID', SHARE: 'KPI_INVALID' } as const

function integerOf(value: number, { kind }: TargetMeasure): number {
  if (Number.isSafeInteger(value)) return value
  throw new RulesError(faultCodes[kind], `${value} is no whole number of the unit of a target`)
}
