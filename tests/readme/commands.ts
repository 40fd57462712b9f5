import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A line that a README tells its reader to type. */
export interface ReadmeCommand {
  readonly readme: string
  readonly command: string
}

/** Every command of every README of the repository. */
export function readmeCommands(root: string): readonly ReadmeCommand[] {
  const isForeign = (name: string) => name === 'node_modules' || name.startsWith('.')
  const readmes = globSync('**/README.md', { cwd: root, exclude: (path) => path.split('/').some(isForeign) })
  return readmes.toSorted().flatMap((readme) => {
    const text = readFileSync(join(root, readme), 'utf8')
    return commandsIn(text).map((command) => ({ readme, command }))
  })
}

/**
 * The commands of a Markdown text: lines of its `sh` blocks, and of blocks that are indented when they begin with `npm`
 * or `node`. What stands behind a command (a comment, or an explanation behind two spaces) is not typed.
 */
export function commandsIn(markdown: string): readonly string[] {
  const fenced = [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.split('\n'))
  const outside = markdown.replaceAll(/^```.*?^```$/gms, '')
  const indented = outside.split('\n').filter((line) => /^ {4}(npm|node) /.test(line))
  return [...fenced, ...indented]
    .map((line) => line.trim().replace(/( {2,}|\s+#).*$/, ''))
    .filter((line) => line !== '' && !line.startsWith('#'))
}
