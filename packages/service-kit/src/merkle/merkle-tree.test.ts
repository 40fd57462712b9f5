import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { inclusionProof, isIncluded, leafHash, merkleRoot, nodeHash } from './merkle-tree.ts'

const entry = (text: string) => Buffer.from(text)
const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

describe('a Merkle tree as in RFC 9162, section 2.1.5', () => {
  // The section's tree of seven: hash = k(g(a b | c d) | h(e f | j)), with j carried up alone.
  const entries = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'].map(entry)
  const leaf = (text: string) => sha256(Buffer.of(0), entry(text))
  const node = (left: Buffer, right: Buffer) => sha256(Buffer.of(1), left, right)
  const [a, b, c, d, e, f, j] = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'].map(leaf) as Seven
  const g = node(a, b)
  const h = node(c, d)
  const i = node(e, f)
  const k = node(g, h)
  const l = node(i, j)

  it('has the root of its drawing', () => {
    expect(merkleRoot(entries)).toEqual(node(k, l))
  })

  it('proves d0, d3, d4 and d6 with the paths that the section lists', () => {
    expect(inclusionProof(entries, 0)).toEqual([b, h, l])
    expect(inclusionProof(entries, 3)).toEqual([c, g, l])
    expect(inclusionProof(entries, 4)).toEqual([f, j, k])
    expect(inclusionProof(entries, 6)).toEqual([i, k])
  })

  it('hashes nothing for no entries, and a single leaf for one', () => {
    expect(merkleRoot([])).toEqual(sha256())
    expect(merkleRoot([entry('d0')])).toEqual(leaf('d0'))
  })

  it('keeps leaves and nodes apart, so that a node cannot be claimed as an entry', () => {
    const pair = Buffer.concat([leafHash(entry('d0')), leafHash(entry('d1'))])
    expect(merkleRoot([pair])).not.toEqual(nodeHash(leafHash(entry('d0')), leafHash(entry('d1'))))
  })
})

type Seven = [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]
const trees = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 })
const treeWithIndex = trees.chain((entries) =>
  fc.record({ entries: fc.constant(entries), index: fc.nat({ max: entries.length - 1 }) }),
)

describe('an inclusion proof', () => {
  it('is accepted for every entry of every tree', () => {
    fc.assert(
      fc.property(treeWithIndex, ({ entries, index }) => {
        const claim = { index, size: entries.length, proof: inclusionProof(entries, index), root: merkleRoot(entries) }
        expect(isIncluded({ ...claim, entry: entries[index] ?? entry('') })).toBe(true)
      }),
    )
  })

  it('is refused for another entry', () => {
    fc.assert(
      fc.property(treeWithIndex, fc.uint8Array({ minLength: 9, maxLength: 9 }), ({ entries, index }, other) => {
        const claim = { index, size: entries.length, proof: inclusionProof(entries, index), root: merkleRoot(entries) }
        expect(isIncluded({ ...claim, entry: other })).toBe(false)
      }),
    )
  })

  it('is refused when shortened, lengthened, or claimed outside the tree', () => {
    fc.assert(
      fc.property(treeWithIndex, ({ entries, index }) => {
        const proof = inclusionProof(entries, index)
        const claim = { entry: entries[index] ?? entry(''), index, size: entries.length, root: merkleRoot(entries) }
        expect(isIncluded({ ...claim, proof: [...proof, leafHash(entry('more'))] })).toBe(false)
        if (proof.length > 0) expect(isIncluded({ ...claim, proof: proof.slice(1) })).toBe(false)
        expect(isIncluded({ ...claim, proof, index: entries.length })).toBe(false)
        expect(isIncluded({ ...claim, proof, index: -1 })).toBe(false)
      }),
    )
  })

  it('cannot be asked for an entry that is not there', () => {
    expect(() => inclusionProof([entry('d0')], 1)).toThrow(RangeError)
  })
})

describe('a root', () => {
  it('changes with any entry, with the order, and with an entry more or less', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 }), (texts) => {
        const entries = texts.map(entry)
        const root = merkleRoot(entries)
        expect(merkleRoot([...entries].reverse())).not.toEqual(root)
        expect(merkleRoot(entries.slice(0, -1))).not.toEqual(root)
        expect(merkleRoot([...entries, entry('one more')])).not.toEqual(root)
      }),
    )
  })
})
