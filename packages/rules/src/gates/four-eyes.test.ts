import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseQuantity } from '../primitives/quantity.ts'
import { checkedQuantitiesOf, outboundCheckGate, secondPersonGate } from './goods/outbound-check.ts'

const spellings = ['wh1', 'WH1', ' wh1', 'wh1 ', 'ｗｈ１', 'w\u200bh1', '\u2066wh1\u2069', 'wh\u00ad1']

describe('goods that were picked and checked by one person', () => {
  const goods = { lineId: 'line', lotId: 'lot', quantity: parseQuantity('5') }
  const checksBy = (checkedBy: string) => [
    { pickedBy: 'wh1', checkedBy, items: [{ ...goods, result: 'PASSED' as const }] },
  ]

  it.each(spellings)('are not checked, however the person is written: %j (DEL-2, C39)', (checkedBy) => {
    expect(secondPersonGate({ pickedBy: 'wh1', checkedBy })).toHaveLength(1)
    const input = { items: [goods], checks: checksBy(checkedBy), shippedBefore: [] }
    expect(outboundCheckGate(input).map(({ path }) => path.at(-1))).toEqual(['checkedBy', 'quantity'])
    expect(checkedQuantitiesOf(input)).toEqual(['0'])
  })

  it('are checked by another one (DEL-2, C39)', () => {
    expect(secondPersonGate({ pickedBy: 'wh1', checkedBy: 'wh2' })).toEqual([])
  })
})

const sources = new URL('../', import.meta.url).pathname
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!test)\.ts$/.test(name))
/** `reviewedBy === draftedBy`, `header.reviewer !== header.drafter` and the like. */
const COMPARED =
  /\b(?!askAgainBy)\w*(?:By|[Rr]eviewer|[Aa]pprover|[Dd]rafter|ownerId|proposer)\)?\.?\w*(?:\(\))? [!=]== [\w.?]*(?:By|reviewer|approver|drafter|ownerId|proposer|salespersonId)\b/

describe('the gates that ask for a second person', () => {
  it('compare persons, never texts (C39, GEN-5)', () => {
    const found = files.filter((name) => COMPARED.test(readFileSync(join(sources, name), 'utf8')))
    expect(found).toEqual([])
  })

  it('would be found if they compared texts', () => {
    for (const source of [
      'reviewedBy === reviewed.draftedBy',
      'header.reviewer !== header.drafter',
      'a.approvedBy === b?.givenBy',
    ]) {
      expect(COMPARED.test(source)).toBe(true)
    }
  })
})
