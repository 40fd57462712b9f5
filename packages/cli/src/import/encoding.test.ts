import { describe, expect, it } from '@jest/globals'
import { decoded, type Encoding, encodings, recognisedEncoding } from './encoding.ts'

const text = 'id,name\n甲,河滨医院\n乙,江南诊所\n'
/** `text` but for its first line in GB18030, two bytes a letter. */
const CHINESE_LINES = [
  [0xbc, 0xd7, 0x2c, 0xba, 0xd3, 0xb1, 0xf5, 0xd2, 0xbd, 0xd4, 0xba, 0x0a],
  [0xd2, 0xd2, 0x2c, 0xbd, 0xad, 0xc4, 0xcf, 0xd5, 0xef, 0xcb, 0xf9, 0x0a],
].flat()
const ascii = (line: string) => [...Buffer.from(line)]
const bytesIn: Readonly<Record<Encoding, Uint8Array>> = {
  'UTF-8': Buffer.from(text),
  'UTF-16LE': Buffer.from(text, 'utf16le'),
  'UTF-16BE': Buffer.from(text, 'utf16le').swap16(),
  GB18030: Uint8Array.from([...ascii('id,name\n'), ...CHINESE_LINES]),
}
const marked = (encoding: Exclude<Encoding, 'GB18030'>) => {
  const mark = { 'UTF-8': [0xef, 0xbb, 0xbf], 'UTF-16LE': [0xff, 0xfe], 'UTF-16BE': [0xfe, 0xff] }[encoding]
  return Uint8Array.from([...mark, ...bytesIn[encoding]])
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const recognised = (bytes: Uint8Array) => recognisedEncoding('a.csv', inPieces(bytes, 5))
const read = async (bytes: Uint8Array, encoding: Encoding, size = 3) =>
  (await Array.fromAsync(decoded('a.csv', inPieces(bytes, size), encoding))).join('')

describe('a text file', () => {
  it.each(encodings)('in %s is recognised and read, however its bytes come in', async (encoding) => {
    expect(await recognised(bytesIn[encoding])).toBe(encoding)
    for (const size of [1, 2, 3, 7, 1000]) expect(await read(bytesIn[encoding], encoding, size)).toBe(text)
  })

  it.each(['UTF-8', 'UTF-16LE', 'UTF-16BE'] as const)(
    'with the byte order mark of %s is read without it',
    async (encoding) => {
      expect(await recognised(marked(encoding))).toBe(encoding)
      expect(await read(marked(encoding), encoding)).toBe(text)
    },
  )

  it('in another encoding is not taken for Chinese: it has to be named, and the line is told', async () => {
    const latin = Buffer.from('id,name\n1,Hospital\n2,Clínica São João\n3,Hôpital\n', 'latin1')
    await expect(recognised(latin)).rejects.toMatchObject({ file: 'a.csv', line: 3 })
  })

  it.each([
    ['UTF-8', [0x61, 0x0a, 0xff, 0x0a]],
    ['UTF-8', [0x61, 0x0a, 0x62, 0xe6, 0xb2]],
    ['GB18030', [0x61, 0x0a, 0xbc, 0xff, 0x0a]],
    ['UTF-16LE', [0x61, 0x00, 0x0a, 0x00, 0x00, 0xdc, 0x0a, 0x00]],
    ['UTF-16BE', [0x00, 0x61, 0x00, 0x0a, 0xdc, 0x00, 0x00, 0x0a]],
  ] as const)('that is not %s stops at the line that is not', async (encoding, bytes) => {
    await expect(read(Uint8Array.from(bytes), encoding)).rejects.toMatchObject({ file: 'a.csv', line: 2 })
  })
})
