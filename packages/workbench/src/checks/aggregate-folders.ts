/** A folder of a service that is declared as one aggregate: it holds a `*.graph.ts`. */
export interface AggregateFolder {
  /** Relative to the repository, such as `services/orders/src/order`. */
  readonly path: string
  /** The aggregate's name, which is the folder's. */
  readonly name: string
}

const IN_FOLDER = /^(?<path>services\/[^/]+\/src\/(?<name>[^/]+))\//

/** The folder of a service that a file lies in, at whatever depth, declared as an aggregate or not. */
export function serviceFolderOf(file: string): AggregateFolder | undefined {
  const { path, name } = IN_FOLDER.exec(file)?.groups ?? {}
  return path === undefined || name === undefined ? undefined : { path, name }
}

/** For each file that lies in an aggregate's folder, that folder; nothing for the other files. */
export function aggregateFolders(files: Iterable<string>): (file: string) => AggregateFolder | undefined {
  const declared = new Set([...files].filter(isGraph).map((file) => serviceFolderOf(file)?.path))
  return (file) => {
    const folder = serviceFolderOf(file)
    return folder !== undefined && declared.has(folder.path) ? folder : undefined
  }
}

/** The only file of an aggregate that may touch the graph, MongoDB or another aggregate's documents. */
export function isGraph(file: string): boolean {
  return file.endsWith('.graph.ts')
}

/** What nothing but a test reaches. */
export function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.endsWith('.fixture.ts')
}
