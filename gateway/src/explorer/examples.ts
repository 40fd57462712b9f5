import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from 'graphql'

/** An operation to begin with, as the explorer shows it in a tab of its own. */
export interface Example {
  readonly name: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Values for the variables of the examples: this year, and a key that no request had before. */
function variablesOf(name: string, today: Date): Example['variables'] {
  const year = today.getUTCFullYear()
  if (name === 'Scorecard') return { from: `${year}-01-01`, to: `${year + 1}-01-01` }
  if (name !== 'OpenCustomerFile') return {}
  return { entry: { idempotencyKey: randomUUID() }, input: { organisation: '月牙湾口腔门诊部', kind: 'PROSPECT' } }
}

const SOURCE = readFileSync(new URL('./examples.graphql', import.meta.url), 'utf8')

/** Each with its remarks and the fragments that it spreads, in the order of the file. */
export function examples(today: Date): readonly Example[] {
  const document = parse(SOURCE)
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.name) return []
    const name = definition.name.value
    const spread = fragments.filter((fragment) => spreads(definition, fragment))
    const query = [definition, ...spread].map(textOf).join('\n\n')
    return [{ name, query, variables: variablesOf(name, today) }]
  })
}

function spreads(definition: DocumentNode['definitions'][number], fragment: FragmentDefinitionNode): boolean {
  let isSpread = false
  visit(definition, {
    FragmentSpread({ name }) {
      isSpread ||= name.value === fragment.name.value
    },
  })
  return isSpread
}

/** As written, from the remarks before it on. */
function textOf({ loc }: DocumentNode['definitions'][number]): string {
  if (!loc) throw new Error('the examples were parsed without places')
  const before = SOURCE.slice(0, loc.start).split('\n').slice(0, -1)
  const remarks = before.slice(before.findLastIndex((line) => !line.startsWith('#')) + 1)
  return [...remarks, SOURCE.slice(loc.start, loc.end)].join('\n')
}
