import { FileProblem } from './file-problem.ts'

/** How text is written in bytes. GB18030 reads GBK and GB2312, which are parts of it. */
export const encodings = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030'] as const
export type Encoding = (typeof encodings)[number]

const BYTE_ORDER_MARKS = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
] as const

/** Of the pairs of bytes that common Chinese text is made of; accented letters of other encodings seldom look so. */
const COMMON_PAIRS_AT_LEAST = 0.9
const LF = 0x0a

/**
 * How a file is written: as its byte order mark says; else UTF-8 where all of it is; else UTF-16 by its zero bytes; else
 * GB18030 where all of it is, and nearly all in the characters that everybody uses.
 * @throws FileProblem where none of them is sure, with the first line that is no UTF-8
 */
export async function recognisedEncoding(file: string, chunks: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const utf8 = decoding('UTF-8')
  const chinese = decoding('GB18030')
  const pairs = pairCounter()
  const zeros = zeroCounter()
  let isFirst = true
  for await (const chunk of chunks) {
    const marked = isFirst ? markedEncoding(chunk) : null
    if (marked !== null) return marked
    isFirst = false
    utf8.push(chunk)
    chinese.push(chunk)
    pairs.push(chunk)
    zeros.push(chunk)
  }
  const wide = zeros.encoding()
  if (wide !== null) return wide
  utf8.end()
  if (utf8.failedAt() === null) return 'UTF-8'
  chinese.end()
  if (chinese.failedAt() === null && pairs.commonShare() >= COMMON_PAIRS_AT_LEAST) return 'GB18030'
  throw new FileProblem(
    file,
    utf8.failedAt(),
    'is not UTF-8, and its encoding is not recognised: name it in the mapping',
  )
}

function markedEncoding(chunk: Uint8Array): Encoding | null {
  return BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => chunk[index] === byte))?.[0] ?? null
}

/**
 * The text of a file, as it comes.
 * @throws FileProblem with the line that cannot be decoded
 */
export async function* decoded(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = decoding(encoding)
  const refuseFailure = () => {
    const line = decoder.failedAt()
    if (line !== null) throw new FileProblem(file, line, `is not ${encoding}`)
  }
  for await (const chunk of chunks) {
    const text = decoder.push(chunk)
    refuseFailure()
    if (text !== '') yield text
  }
  const rest = decoder.end()
  refuseFailure()
  if (rest !== '') yield rest
}

interface Decoding {
  readonly push: (chunk: Uint8Array) => string
  readonly end: () => string
  /** The line of the first bytes that are no text, once they have come. */
  readonly failedAt: () => number | null
}

/** Decodes whole lines, so that it can be told which one fails. */
function decoding(encoding: Encoding): Decoding {
  // Without the state of a stream: every piece ends with a line. Only the first may begin with a byte order mark.
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let pending: Uint8Array = new Uint8Array()
  let line = 1
  let failedAt: number | null = null
  let isBegun = false

  const decode = (bytes: Uint8Array): string => {
    if (failedAt !== null || bytes.length === 0) return ''
    const text = attempt(strict, bytes)
    if (text === null) {
      failedAt = line + linesBefore(bytes)
      return ''
    }
    line += countOf(text, '\n')
    const isMarked = !isBegun && text.startsWith('\uFEFF')
    isBegun = true
    return isMarked ? text.slice(1) : text
  }
  const linesBefore = (bytes: Uint8Array): number => {
    let lines = 0
    for (let from = 0; from < bytes.length; lines += 1) {
      const end = lineEnd(bytes, from, encoding) ?? bytes.length
      if (attempt(strict, bytes.subarray(from, end)) === null) return lines
      from = end
    }
    return lines
  }

  return {
    push: (chunk) => {
      if (failedAt !== null) return ''
      const bytes = pending.length === 0 ? chunk : joined(pending, chunk)
      const end = lastLineEnd(bytes, encoding)
      // A copy: what is read into the chunk's memory next must not change it.
      pending = bytes.slice(end)
      return decode(bytes.subarray(0, end))
    },
    end: () => {
      const rest = pending
      pending = new Uint8Array()
      return decode(rest)
    },
    failedAt: () => failedAt,
  }
}

function attempt(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

/** After the next line feed. In UTF-16 it is a unit of two bytes; in the others the byte is part of nothing else. */
function lineEnd(bytes: Uint8Array, from: number, encoding: Encoding): number | null {
  for (let at = bytes.indexOf(LF, from); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    const end = endOfFeed(bytes, at, encoding)
    if (end !== null) return end
  }
  return null
}

function lastLineEnd(bytes: Uint8Array, encoding: Encoding): number {
  for (let at = bytes.lastIndexOf(LF); at > 0; at = bytes.lastIndexOf(LF, at - 1)) {
    const end = endOfFeed(bytes, at, encoding)
    if (end !== null) return end
  }
  return bytes[0] === LF && endOfFeed(bytes, 0, encoding) === 1 ? 1 : 0
}

function endOfFeed(bytes: Uint8Array, at: number, encoding: Encoding): number | null {
  if (encoding === 'UTF-16LE') return at % 2 === 0 && bytes[at + 1] === 0 ? at + 2 : null
  if (encoding === 'UTF-16BE') return at % 2 === 1 && bytes[at - 1] === 0 ? at + 1 : null
  return at + 1
}

function countOf(text: string, letter: string): number {
  let count = 0
  for (let at = text.indexOf(letter); at !== -1; at = text.indexOf(letter, at + 1)) count += 1
  return count
}

/** Counts the pairs of bytes of two-byte encodings of Chinese, and those of them that stand for common characters. */
function pairCounter() {
  let lead: number | null = null
  const counts = { all: 0, common: 0 }
  return {
    push: (chunk: Uint8Array) => {
      for (const byte of chunk) {
        if (lead !== null) {
          counts.all += 1
          if (lead >= 0xa1 && lead <= 0xf7 && byte >= 0xa1) counts.common += 1
          lead = null
        } else if (byte >= 0x80) lead = byte
      }
    },
    commonShare: () => (counts.all === 0 ? 0 : counts.common / counts.all),
  }
}

/** Text has no zero bytes but in UTF-16, where every ASCII letter has one: behind it, or before it. */
function zeroCounter() {
  const zeros = [0, 0]
  let bytes = 0
  return {
    push: (chunk: Uint8Array) => {
      for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) {
        const half = (bytes + at) % 2
        zeros[half] = (zeros[half] ?? 0) + 1
      }
      bytes += chunk.length
    },
    encoding: (): Encoding | null => {
      const [before = 0, behind = 0] = zeros
      if (Math.max(before, behind) < bytes / 20) return null
      return behind > before ? 'UTF-16LE' : 'UTF-16BE'
    },
  }
}
