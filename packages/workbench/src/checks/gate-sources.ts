import type { Sources } from './imports.ts'
import { isMark, tokensOf } from './source-tokens.ts'

/** The gates of the rules that a source imports, by their own names. Types that are named like gates are none. */
export function gatesImportedIn(source: string): readonly string[] {
  return [...source.matchAll(OF_RULES)].flatMap(({ groups }) => gatesIn(groups?.['clause'] ?? '', source))
}

const OF_RULES = /^(?:import|export)\s+(?!type\b)(?<clause>[^'"`;]*?)\bfrom\s*['"]@afterline\/rules['"]/gm

/** Of an import of the whole package, those that the source takes from it. */
function gatesIn(clause: string, source: string): readonly string[] {
  const whole = /^\*\s*as\s+(?<name>\w+)/.exec(clause)?.groups?.['name']
  const found =
    whole === undefined
      ? clause.match(/(?<!\b(?:type|as)\s+)\b[a-z]\w*Gate\b/g)
      : source.match(new RegExp(`(?<=\\b${whole}\\.)\\w+Gate\\b`, 'g'))
  return [...new Set(found)]
}

/** The gates that a gate of the rules asks itself, such as `contractClausesGate` in `contractSigningGate`. */
export function gatesWithin(sources: Sources): (gate: string) => readonly string[] {
  const called = new Map<string, readonly string[]>()
  for (const [file, source] of sources) {
    if (!file.startsWith('packages/rules/src/') || file.endsWith('.test.ts')) continue
    const functions = new Map(functionsIn(source))
    for (const name of functions.keys()) if (isGate(name)) called.set(name, gatesCalledBy(name, functions))
  }
  return (gate) => called.get(gate) ?? []
}

/** Gates that a function calls, by itself or by functions of its file. */
function gatesCalledBy(name: string, functions: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const reached = new Set(functions.get(name))
  for (const one of reached) for (const next of functions.get(one) ?? []) reached.add(next)
  return [...reached].filter((one) => isGate(one) && one !== name)
}

/** The functions that a source declares, each with the names that it calls. */
function functionsIn(source: string): readonly (readonly [name: string, called: readonly string[]])[] {
  return source
    .split(/^(?:export )?function (?=\w)/m)
    .slice(1)
    .map((text) => {
      const [name, ...tokens] = tokensOf(text)
      const called = tokens.flatMap(({ kind, value }, at) =>
        kind === 'WORD' && isMark(tokens[at + 1], '(') ? [value] : [],
      )
      return [name?.value ?? '', called]
    })
}

function isGate(name: string): boolean {
  return name.endsWith('Gate')
}
