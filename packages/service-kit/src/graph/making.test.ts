import {
  described,
  Id,
  internal,
  LotQualityDecided,
  named,
  nullable,
  QuantityText,
  ShortText,
  Type,
} from '@afterline/events'
import { describe, expect, it } from '@jest/globals'
import { callersName, fieldsBesides, newId, orElse, ownName, positive } from '../aggregate/index.ts'
import { dataFrom, ownNamesIn, zerosIn } from './making.ts'

const Line = named('Line', 'One line.', {
  goods: ShortText,
  remark: nullable(ShortText),
  unit: orElse(described(ShortText, 'What is counted.'), 'piece'),
})
const fields = {
  lines: Type.Array(Line),
  first: nullable(Line),
  soldBy: ownName(described(ShortText, 'Staff id.')),
  checkId: newId('check'),
  checkedBy: callersName(ShortText),
  sourceKey: internal(nullable(Id)),
}
const circumstances = { callerId: 'sales-1', partId: (kind: string) => `id of ${kind}` }

describe('the data of a command', () => {
  it('are what was entered', () => {
    const line = { goods: 'pump', remark: 'blue', unit: 'box' }
    expect(dataFrom(fields, { lines: [line], first: line, soldBy: 'sales-2' }, circumstances)).toMatchObject({
      lines: [line],
      first: line,
      soldBy: 'sales-2',
    })
  })

  it('hold what the declaration says, else null, where something was left out, at any depth', () => {
    expect(dataFrom(fields, { lines: [{ goods: 'pump' }] }, circumstances)).toEqual({
      lines: [{ goods: 'pump', remark: null, unit: 'piece' }],
      first: null,
      soldBy: 'sales-1',
      checkId: 'id of check',
      checkedBy: 'sales-1',
      sourceKey: null,
    })
  })

  it('hold an id of its own for every part that a list creates', () => {
    const Step = named('Step', 'One step.', {
      stepId: newId('step'),
      parts: Type.Array(named('Part', 'A part.', { partId: newId('part') })),
    })
    expect(
      dataFrom({ steps: Type.Array(Step) }, { steps: [{ parts: [] }, { parts: [{}, {}] }] }, circumstances),
    ).toEqual({
      steps: [
        { stepId: 'id of step/0', parts: [] },
        { stepId: 'id of step/1', parts: [{ partId: 'id of part/0/1' }, { partId: 'id of part/1/1' }] },
      ],
    })
  })

  it('name who gives the command, whatever was entered', () => {
    expect(dataFrom(fields, { lines: [], checkedBy: 'sales-2' }, circumstances)).toMatchObject({ checkedBy: 'sales-1' })
  })

  it('do not hold what the declaration does not know', () => {
    expect(dataFrom(fields, { lines: [], other: 1 }, circumstances)).not.toHaveProperty('other')
  })

  it('tell in which fields nobody enters another name', () => {
    expect(ownNamesIn(fields)).toEqual(['soldBy'])
  })
})

describe('the fields of an event', () => {
  it('are those of a command that is recorded as it was given, but for the id of the record', () => {
    expect(Object.keys(fieldsBesides('lotId', LotQualityDecided))).toEqual(['status', 'source', 'reason'])
    expect(Object.keys(LotQualityDecided.data.properties)).toContain('lotId')
  })
})

describe('a quantity of something', () => {
  it('is not zero, in whatever form', () => {
    const quantities = { received: positive(QuantityText), returned: QuantityText }
    expect(zerosIn(quantities, { received: '0.000', returned: '0' })).toEqual(['received'])
    expect(zerosIn(quantities, { received: '0.001', returned: '0' })).toEqual([])
  })
})
