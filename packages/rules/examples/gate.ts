import assert from 'node:assert/strict'
import { outboundCheckGate, parseQuantity } from '@afterline/rules'

const goods = (quantity: string) => ({ lineId: 'line 1', lotId: 'lot 7', quantity: parseQuantity(quantity) })
const violations = outboundCheckGate({
  items: [goods('100')],
  checks: [
    { pickedBy: 'wang', checkedBy: 'li', items: [{ ...goods('60'), result: 'PASSED' }] },
    { pickedBy: 'wang', checkedBy: 'li', items: [{ ...goods('5'), result: 'FAILED' }] },
  ],
  shippedBefore: [],
})

// Everything that is wrong at once: 40 of 100 lack a passed check (DEL-2), and 5 failed theirs (DEL-3).
assert.deepEqual(
  violations.map(({ rule }) => rule),
  ['DEL-2', 'DEL-3'],
)
assert.deepEqual(violations[0]?.path, ['items', '0', 'quantity'])
assert.equal(violations[0]?.facts['passed'], '60')
