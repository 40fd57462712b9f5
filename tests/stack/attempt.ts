import type { GraphClient } from '@afterline/cli'
import { entryAndInput } from '@afterline/service-kit/testing'

export interface Violation {
  readonly rule: string
  readonly message: { readonly zh: string; readonly en: string }
  readonly path: readonly string[]
  readonly remedy: { readonly zh: string; readonly en: string }
  readonly facts: Readonly<Record<string, unknown>>
}

/** Sends one mutation under a new key and returns the rules that refused it: none when it was accepted. */
export async function attempt(
  graph: GraphClient,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<readonly Violation[]> {
  const inputType = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const document = `mutation Attempt($entry: Entry!, $input: ${inputType}!) {
    ${mutation}(entry: $entry, input: $input) { violations { rule message { zh en } path remedy { zh en } facts } }
  }`
  const answer = await graph.query<Readonly<Record<string, { readonly violations: readonly Violation[] }>>>(document, {
    ...entryAndInput(input),
  })
  return answer[mutation]?.violations ?? []
}

export const rulesOf = (violations: readonly Violation[]): readonly string[] =>
  [...new Set(violations.map(({ rule }) => rule))].toSorted()
