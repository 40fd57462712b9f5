import { describe, expect, it } from '@jest/globals'
import { SetupError } from '../backing/contract.ts'
import { parseStartOptions } from './start-options.ts'

const ROOT = '/repository'

describe('npm start', () => {
  it('keeps its data in the repository and listens on port 4000 when nothing is said', () => {
    expect(parseStartOptions([], ROOT)).toEqual({
      dataDir: '/repository/.afterline',
      port: 4000,
      empty: false,
      fresh: false,
      help: false,
    })
  })

  it('takes a folder relative to the repository, and an absolute one as it is', () => {
    expect(parseStartOptions(['--data', 'second'], ROOT).dataDir).toBe('/repository/second')
    expect(parseStartOptions(['--data', '/elsewhere'], ROOT).dataDir).toBe('/elsewhere')
  })

  it.each([
    ['5000', '6000'],
    ['4041', '4045'],
    ['4060', '5060'],
  ])('refuses %s, where nothing would ever answer, and names %s', (port, unreachable) => {
    expect(() => parseStartOptions(['--port', port], ROOT)).toThrow(`port ${unreachable}`)
  })

  it.each(['80', '64531', 'abc', '4000.5'])('refuses %s as a port and names the option', (port) => {
    expect(() => parseStartOptions(['--port', port], ROOT)).toThrow(/--port/)
  })

  it('refuses an unknown option and shows those that exist', () => {
    expect(() => parseStartOptions(['--prot', '4000'], ROOT)).toThrow(SetupError)
    expect(() => parseStartOptions(['--prot', '4000'], ROOT)).toThrow(/--fresh/)
  })
})
