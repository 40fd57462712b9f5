import type { Connection, mongo } from 'mongoose'
import type { Build } from './build.ts'
import { buildCollection } from './build-collections.ts'
import { readableBuild } from './readable-build.ts'

export interface CollectionDeclaration {
  /** Of the projection that keeps it. */
  readonly projection: string
  readonly name: string
  readonly indexes?: readonly mongo.IndexDescription[]
}

/** A collection that a projection keeps. Each build of the projection has its own; readers see the current one. */
export interface KeptCollection<Document extends mongo.Document> extends Required<CollectionDeclaration> {
  /** What readers see: at most a second after a newer build was switched in, that one. */
  current(): Promise<mongo.Collection<Document>>
  /** What a handler writes, and reads: the collection of the build that it works for. */
  of(scope: { readonly build: Build }): mongo.Collection<Document>
}

/** What each connection's collections are known to be: whoever asks for one by its name gets the same one. */
const knownOn = new WeakMap<Connection, Map<string, unknown>>()

/** The collection of this name; the same one for everybody on a connection, so that its current build is looked up once. */
export function keptCollection<Document extends mongo.Document>(
  connection: Connection,
  declaration: CollectionDeclaration,
): KeptCollection<Document> {
  const known = knownOn.getOrInsertComputed(connection, () => new Map())
  // A name stands for one kind of document throughout a service.
  return known.getOrInsertComputed(declaration.name, () =>
    collectionOn<Document>(connection, declaration),
  ) as KeptCollection<Document>
}

function collectionOn<Document extends mongo.Document>(
  connection: Connection,
  declaration: CollectionDeclaration,
): KeptCollection<Document> {
  const { projection, name, indexes = [] } = declaration
  const of = ({ build }: { readonly build: Build }) => buildCollection<Document>(connection, name, build)
  return {
    projection,
    name,
    indexes,
    of,
    current: async () => of({ build: await readableBuild(connection, projection) }),
  }
}
