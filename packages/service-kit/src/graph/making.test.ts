import { described, Id, internal, LotQualityDecided, named, nullable, ShortText, Type } from '@afterline/events'
import { describe, expect, it } from '@jest/globals'
import { fieldsBesides, newId, orElse, ownName } from '../aggregate/index.ts'
import { dataFrom, ownNamesIn } from './making.ts'

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
      sourceKey: null,
    })
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
