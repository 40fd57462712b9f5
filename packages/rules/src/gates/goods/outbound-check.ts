import { isSamePerson } from '../../primitives/person.ts'
import { type Quantity, quantityFromThousandths, thousandthsOf } from '../../primitives/quantity.ts'
import type { Violation } from '../../violation.ts'

/** A quantity of a line, of one lot where lots are kept. */
export interface Goods {
  readonly lineId: string
  readonly lotId: string | null
  readonly quantity: Quantity
}

export interface OutboundCheck {
  readonly pickedBy: string
  readonly checkedBy: string
  readonly items: readonly (Goods & { readonly result: 'PASSED' | 'FAILED' })[]
}

export interface OutboundCheckInput {
  /** What shall leave now. */
  readonly items: readonly Goods[]
  readonly checks: readonly OutboundCheck[]
  /** What left the same order before: it has used up its share of the checks. */
  readonly shippedBefore: readonly Goods[]
}

/** C39: the second check is another person's. Asked when a check is recorded. */
export function secondPersonGate({ pickedBy, checkedBy }: Pick<OutboundCheck, 'pickedBy' | 'checkedBy'>) {
  return isBySecondPerson({ pickedBy, checkedBy }) ? [] : [samePerson(['checkedBy'])]
}

/**
 * DEL-2 (100 %): per line and lot, at least the quantity that leaves was checked and passed. DEL-3: what failed stays.
 * A check by the picker counts for nothing (C39), so that history with such checks shows the gap.
 */
export function outboundCheckGate(input: OutboundCheckInput): readonly Violation[] {
  const samePersonViolations = input.checks.flatMap((check, index) =>
    isBySecondPerson(check) ? [] : [samePerson(['checks', String(index), 'checkedBy'])],
  )
  const checked = checkedQuantitiesOf(input)
  const gaps = input.items.flatMap((item, index) =>
    gapViolations(item, checked[index] ?? item.quantity, failedQuantity(input, item), ['items', String(index)]),
  )
  return [...samePersonViolations, ...gaps]
}

/** How much of each item is covered by passed checks (`checkedQuantity` of a shipped item, KPI-10); at most all of it. */
export function checkedQuantitiesOf(input: OutboundCheckInput): readonly Quantity[] {
  const left = new Map<string, number>()
  const add = ({ lineId, lotId }: Goods, thousandths: number) => {
    const key = keyOf({ lineId, lotId })
    left.set(key, (left.get(key) ?? 0) + thousandths)
  }
  for (const check of input.checks.filter(isBySecondPerson)) {
    for (const item of check.items) if (item.result === 'PASSED') add(item, thousandthsOf(item.quantity))
  }
  for (const goods of input.shippedBefore) add(goods, -thousandthsOf(goods.quantity))
  return input.items.map((item) => {
    const available = Math.max(0, left.get(keyOf(item)) ?? 0)
    const covered = Math.min(available, thousandthsOf(item.quantity))
    add(item, -covered)
    return quantityFromThousandths(covered)
  })
}

function gapViolations(
  item: Goods,
  checked: Quantity,
  failed: Quantity,
  path: readonly string[],
): readonly Violation[] {
  if (thousandthsOf(checked) >= thousandthsOf(item.quantity)) return []
  const facts = { lineId: item.lineId, lotId: item.lotId, quantity: item.quantity, passed: checked, failed }
  const unchecked: Violation = {
    rule: 'DEL-2',
    message: {
      zh: `要发 ${item.quantity}，出库复核合格的只有 ${checked}。`,
      en: `${item.quantity} shall leave, but only ${checked} passed the outbound check.`,
    },
    path: [...path, 'quantity'],
    remedy: { zh: '由拣货人以外的人复核其余部分。', en: 'Have somebody other than the picker check the rest.' },
    facts,
  }
  if (thousandthsOf(failed) === 0) return [unchecked]
  const nonConforming: Violation = {
    rule: 'DEL-3',
    message: { zh: `其中 ${failed} 复核不合格。`, en: `${failed} of it failed the outbound check.` },
    path: [...path, 'quantity'],
    remedy: {
      zh: '留下不合格品，换成复核合格的货品。',
      en: 'Keep the non-conforming goods back and replace them by goods that pass.',
    },
    facts,
  }
  return [unchecked, nonConforming]
}

function failedQuantity({ checks }: OutboundCheckInput, of: Goods): Quantity {
  let failed = 0
  for (const item of checks.flatMap(({ items }) => items)) {
    if (item.result === 'FAILED' && keyOf(item) === keyOf(of)) failed += thousandthsOf(item.quantity)
  }
  return quantityFromThousandths(failed)
}

function isBySecondPerson({ pickedBy, checkedBy }: Pick<OutboundCheck, 'pickedBy' | 'checkedBy'>): boolean {
  return !isSamePerson(pickedBy, checkedBy)
}

function samePerson(path: readonly string[]): Violation {
  return {
    rule: 'DEL-2',
    message: { zh: '复核人与拣货人是同一人。', en: 'The goods were checked by the person who picked them.' },
    path,
    remedy: { zh: '请另一人复核。', en: 'Have another person check them.' },
    facts: { reason: 'SAME_PERSON' },
  }
}

function keyOf({ lineId, lotId }: Pick<Goods, 'lineId' | 'lotId'>): string {
  return `${lineId}|${lotId ?? ''}`
}
