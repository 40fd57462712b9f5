import { globSync } from 'node:fs'
import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** The repository once more, for commands that write into it. What is installed is shared. */
export interface RepositoryCopy {
  readonly root: string
  /** Makes a file other than it should be. */
  spoil(file: string): Promise<void>
  remove(): Promise<void>
}

export async function copyRepository(from: string): Promise<RepositoryCopy> {
  const root = await mkdtemp(join(tmpdir(), 'afterline-copy-'))
  const isCopied = (path: string) => {
    const name = basename(path)
    return path === from || !(name === 'node_modules' || name === '.git' || name.startsWith('.afterline'))
  }
  await cp(from, root, { recursive: true, filter: isCopied })
  const packages = globSync(['package.json', '{packages,services}/*/package.json', 'gateway/package.json'], {
    cwd: from,
  })
  for (const file of packages) {
    const modules = join(file, '..', 'node_modules')
    await symlink(join(from, modules), join(root, modules))
  }
  return {
    root,
    spoil: (file) => appendFile(join(root, file), '\n\n'),
    remove: () => rm(root, { recursive: true }),
  }
}
