import { existsSync, globSync } from 'node:fs'
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** The repository once more, for commands that write into it. What is installed is shared, its own packages are not. */
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
    await linkModules(join(from, file, '..', 'node_modules'), join(root, file, '..', 'node_modules'))
  }
  return {
    root,
    spoil: (file) => appendFile(join(root, file), '\n\n'),
    remove: () => rm(root, { recursive: true }),
  }
}

const OWN = '@afterline'

/** The links to the repository's own packages are relative: copied as they are, they lead to the copies. */
async function linkModules(from: string, to: string): Promise<void> {
  // A package that depends on nothing has none.
  if (!existsSync(from)) return
  await mkdir(to)
  for (const name of await readdir(from)) {
    if (name === OWN) await cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true })
    else await symlink(join(from, name), join(to, name))
  }
}
