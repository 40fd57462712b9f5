/** So many documents, one BSON after the other. */
export interface DocumentPart {
  readonly documents: number
  readonly bytes: Buffer
}

/** Gathers documents until they are as many bytes as a part has; no more than one part is held at a time. */
export async function* inParts(documents: AsyncIterable<Buffer>, partBytes: number): AsyncGenerator<DocumentPart> {
  let gathered: Buffer[] = []
  let bytes = 0
  for await (const document of documents) {
    gathered.push(document)
    bytes += document.length
    if (bytes < partBytes) continue
    yield { documents: gathered.length, bytes: Buffer.concat(gathered) }
    gathered = []
    bytes = 0
  }
  if (gathered.length > 0) yield { documents: gathered.length, bytes: Buffer.concat(gathered) }
}

const LENGTH_BYTES = 4

/** The documents of a part; each begins with its own length, little-endian. */
export function* documentsIn(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + LENGTH_BYTES <= bytes.length; ) {
    const length = bytes.readInt32LE(at)
    yield bytes.subarray(at, at + length)
    at += length
  }
}
