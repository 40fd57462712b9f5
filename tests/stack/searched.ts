import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withKafkaAdmin } from '@afterline/dev-stack'
import { contexts } from '@afterline/events'
import { mongo } from 'mongoose'
import { openKafka } from './history.ts'
import type { TestStack } from './test-stack.ts'

/*
 * Looks through everything that a stack keeps, byte by byte, for texts and for whatever can be made of a text without a key:
 * whoever has a copy of it and a list of telephone numbers could do the same.
 */

/** Where something was found, and in which form. */
export interface Trace {
  readonly place: string
  readonly form: string
}

/** All that is kept, each by the name of its place. */
export async function keptBytes(test: TestStack): Promise<ReadonlyMap<string, Buffer>> {
  const kept = new Map<string, Buffer>()
  for (const context of contexts) {
    for (const { collectionName } of (await test.databases[context].db?.collections()) ?? []) {
      const documents = await test.databases[context].collection(collectionName).find().toArray()
      const written = documents.map((document) => mongo.BSON.serialize(document))
      kept.set(`${context}.${collectionName}`, Buffer.concat(written))
    }
  }
  for (const [topic, bytes] of await topicsOf(test)) kept.set(`topic ${topic}`, bytes)
  const logs = join(test.stack.dataDir, 'logs')
  for (const name of readdirSync(logs, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.log')) kept.set(`log ${name}`, readFileSync(join(logs, name)))
  }
  for (const { spec } of test.stack.children) {
    const metrics = await fetch(`${spec.operationsUrl}/metrics`)
    kept.set(`metrics ${spec.name}`, Buffer.from(await metrics.text()))
  }
  return kept
}

async function topicsOf(test: TestStack): Promise<ReadonlyMap<string, Buffer>> {
  const { kafkaBrokers, topicPrefix } = test.stack
  const all = await withKafkaAdmin(kafkaBrokers, (admin) => admin.listTopics())
  const own = all.filter((topic) => topic.startsWith(topicPrefix)).map((topic) => topic.slice(topicPrefix.length))
  const kafka = openKafka(test)
  const read = new Map<string, Buffer>()
  try {
    for (const topic of own) {
      const messages: string[] = []
      await kafka.readTopic(topic, {
        async onMessages(batch) {
          messages.push(...batch.map(({ key, value, headers }) => JSON.stringify({ key, headers }) + value))
        },
      })
      read.set(topic, Buffer.from(messages.join('\n')))
    }
  } finally {
    await kafka.close()
  }
  return read
}

/** @returns every place that holds one of the texts, or what can be made of it without a key */
export function tracesOf(texts: readonly string[], kept: ReadonlyMap<string, Buffer>): readonly Trace[] {
  const forms = texts.flatMap((text) => formsOf(text))
  return [...kept].flatMap(([place, bytes]) =>
    forms.flatMap(({ form, needle }) => (bytes.includes(needle) ? [{ place, form }] : [])),
  )
}

interface Form {
  readonly form: string
  readonly needle: Buffer
}

/** A text as others would write it: folded, without its blanks, in other encodings, and hashed. */
function formsOf(text: string): readonly Form[] {
  const folded = text.normalize('NFKC')
  const variants = new Set([text, folded, folded.toLowerCase(), text.normalize('NFD'), folded.replaceAll(/[\s-]/g, '')])
  return [...variants].flatMap((variant) => {
    const bytes = Buffer.from(variant)
    return [
      { form: `'${variant}'`, needle: bytes },
      { form: `'${variant}' in UTF-16`, needle: Buffer.from(variant, 'utf16le') },
      { form: `'${variant}' as JSON escapes`, needle: Buffer.from(escaped(variant)) },
      { form: `'${variant}' percent-encoded`, needle: Buffer.from(encodeURIComponent(variant)) },
      ...encodedForms(`'${variant}'`, bytes),
      ...['md5', 'sha1', 'sha256', 'sha512'].flatMap((hash) => {
        const digest = createHash(hash).update(bytes).digest()
        return [{ form: `${hash} of '${variant}'`, needle: digest }, ...encodedForms(`${hash} of '${variant}'`, digest)]
      }),
    ]
  })
}

function encodedForms(of: string, bytes: Buffer): readonly Form[] {
  const hex = bytes.toString('hex')
  return [
    { form: `hex of ${of}`, needle: Buffer.from(hex) },
    { form: `HEX of ${of}`, needle: Buffer.from(hex.toUpperCase()) },
    ...[0, 1, 2].flatMap((shift) => {
      // What stands before it shifts the letters; those at both ends depend on the neighbours.
      const padded = Buffer.concat([Buffer.alloc(shift), bytes])
      const inner = (encoded: string) => Buffer.from(encoded.replace(/=+$/, '').slice(shift === 0 ? 0 : 4, -1))
      return [
        { form: `base64 of ${of}`, needle: inner(padded.toString('base64')) },
        { form: `base64url of ${of}`, needle: inner(padded.toString('base64url')) },
      ]
    }),
  ]
}

function escaped(text: string): string {
  return [...text]
    .map((letter) => (letter > '~' ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter))
    .join('')
}
