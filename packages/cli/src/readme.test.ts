import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import type { Command } from 'commander'
import { parseMapping, type RecordMapping } from './import/mapping.ts'
import { lineFields, recordKinds } from './import/record-kinds.ts'
import { createProgram } from './program.ts'

/** The formatter pads the columns of tables. */
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/ {2,}/g, ' ')
const example = /^```yaml\n(.*?)^```$/ms.exec(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))?.[1] ?? ''

/** Every command that does something, with the words that call it. */
function commandsOf(command: Command, words: readonly string[]): readonly (readonly [string, Command])[] {
  if (command.commands.length === 0) return [[words.join(' '), command]]
  return command.commands.flatMap((sub) => commandsOf(sub, [...words, sub.name()]))
}

describe('the README', () => {
  it.each(commandsOf(createProgram(), ['afterline']))(
    'tells of %s, its arguments and its options',
    (words, command) => {
      const usage = [words, ...command.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' ')
      expect(readme).toContain(`\`${usage}`)
      for (const { flags } of command.options) expect(readme).toContain(flags)
    },
  )

  it('tells of the options that all commands share', () => {
    for (const { flags } of createProgram().options) expect(readme).toContain(`\`${flags}\``)
  })

  it('shows a mapping that is valid, with nothing but fields that the kind has, and all that it needs', () => {
    const { records } = parseMapping('README.md', example)
    expect(records.map(({ kind }: RecordMapping) => kind)).toEqual(['order'])
    for (const { kind, fields, lines } of records) {
      const { required, optional } = recordKinds[kind]
      expect([...required, ...optional]).toEqual(expect.arrayContaining(Object.keys(fields)))
      expect(Object.keys(fields)).toEqual(expect.arrayContaining([...required]))
      expect(Object.keys(lines?.fields ?? {})).toEqual(expect.arrayContaining([...lineFields.required]))
    }
  })
})
