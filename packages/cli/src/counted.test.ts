import { parseInstant } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { whenCounted } from './counted.ts'

const noon = parseInstant('2026-03-02T04:00:00.000Z')
const before = parseInstant('2026-03-02T03:59:59.000Z')

function outputOf() {
  const lines: string[] = []
  return { lines, output: { isJson: true, result: () => undefined, progress: (line: string) => void lines.push(line) } }
}

describe('an answer about figures', () => {
  it('is taken at once where every service has counted what was asked for, or has nothing to count', async () => {
    const { lines, output } = outputOf()
    const answer = { includes: noon, countedTo: [noon, null, undefined] }
    expect(
      await whenCounted(
        async () => answer,
        (each) => each,
        output,
      ),
    ).toBe(answer)
    expect(lines).toEqual([])
  })

  it('is asked for again while one of them is behind, and that is said once', async () => {
    const { lines, output } = outputOf()
    const countedTo = [
      [before, noon],
      [before, noon],
      [noon, noon],
    ]
    const ask = async () => ({ includes: noon, countedTo: countedTo.shift() ?? [] })
    expect(await whenCounted(ask, (each) => each, output)).toEqual({ includes: noon, countedTo: [noon, noon] })
    expect(lines).toEqual(['Waiting until everything is counted ...'])
  })
})
