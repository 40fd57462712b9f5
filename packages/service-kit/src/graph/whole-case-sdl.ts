import { labelOfCommand } from '@afterline/rules'
import { definitionOf } from '../aggregate/commands.ts'
import type { AnyGraph } from './graph.ts'
import { fieldsSdl, quoted } from './value-sdl.ts'
import { uncapitalised } from './words.ts'

/** The mutation that enters a case as a whole. */
export function wholeCaseNameOf({ type }: Pick<AnyGraph, 'type'>): string {
  return `recordWhole${type}`
}

/** The command with which such a case begins. @throws Error where there are several */
export function beginningOf({ type, aggregate }: AnyGraph): string {
  const [begins, ...others] = aggregate.creates
  if (begins === undefined || others.length > 0) throw new Error(`a whole ${type} has more than one beginning`)
  return begins
}

/** That mutation and its inputs; nothing where cases are entered step by step only. */
export function wholeCaseSdl(graph: AnyGraph): readonly string[] {
  const { type, aggregate, wholeCase } = graph
  if (wholeCase === undefined) return []
  const begins = beginningOf(graph)
  const what = aggregate.life.name.en
  const mutation = wholeCaseNameOf(graph)
  const input = `RecordWhole${type}Input`
  const roles = aggregate.commands[begins]?.roles.join(', ')
  const steps = wholeCase.map((name) => stepFieldSdl(graph, name))
  return [
    `type Mutation {
  """
  Enters a ${what} together with what followed, as one entry: what happened yesterday and is entered today. All of it is
  recorded, or, where a rule speaks against any step, nothing. Each step is asked what its own mutation asks, roles too, and
  no limit that one of them met is announced as missed in between.
  """
  ${mutation}(entry: Entry!, input: ${input}!): ${type}Payload! @auth(roles: [${roles}])
}
`,
    `"What ${mutation} asks for."
input ${input} {
  "How it began. The entry says when."
  ${uncapitalised(begins)}: ${begins}Input!
  "What followed, in time order; at least one, at most ${MOST_STEPS}."
  steps: [${type}StepInput!]!
}
`,
    `"What followed then: the instant, and exactly one of the others."
input ${type}StepInput {
  "When it happened: not before what it follows."
  occurredAt: Instant!
${steps.join('')}}
`,
    ...wholeCase.flatMap((name) => stepInputSdl(graph, name)),
  ]
}

/** More than any case takes. */
export const MOST_STEPS = 30

function stepFieldSdl({ aggregate }: AnyGraph, name: string): string {
  const declared = aggregate.commands[name]
  if (declared === undefined) throw new Error(`${name} is no command`)
  const { en, zh } = labelOfCommand(name)
  const { summary } = definitionOf(aggregate.category, declared.makes)
  const says = isMere(declared.data) ? `${en} (${zh}): true where it happened. ${summary}` : `${en} (${zh}). ${summary}`
  const type = isMere(declared.data) ? 'Boolean' : `${name}StepInput`
  return `  ${quoted(says)}\n  ${uncapitalised(name)}: ${type}\n`
}

function stepInputSdl({ aggregate }: AnyGraph, name: string): readonly string[] {
  const data = aggregate.commands[name]?.data ?? {}
  if (isMere(data)) return []
  const { [`${aggregate.category}Id`]: _, ...entered } = data
  return [
    `"What ${uncapitalised(name)} asks for, within a whole case."\ninput ${name}StepInput {\n${fieldsSdl(entered, 'ENTERED')}}\n`,
  ]
}

/** Of a command that says nothing, there is nothing to enter but that it happened. */
function isMere(data: object): boolean {
  return Object.keys(data).length === 0
}
