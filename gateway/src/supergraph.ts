import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { subgraphDocument } from '@afterline/service-kit'
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'

/** The subgraphs in the order in which they appear in the supergraph. */
const subgraphNames = ['after-sales', 'customers', 'orders', 'surveys'] as const

/** One subgraph's part of the graph as text, one entry per file. */
export interface SubgraphSource {
  readonly name: string
  readonly files: readonly SourceFile[]
}

export interface SourceFile {
  readonly path: string
  readonly text: string
}

export type Composition =
  | { readonly supergraph: string; readonly problems: null }
  | { readonly supergraph: null; readonly problems: readonly string[] }

const BASE = 'packages/service-kit/src/graphql/base.graphql'

/** Reads what every subgraph consists of: the base that all share, and the files of its aggregates. */
export function readSubgraphs(root: string): readonly SubgraphSource[] {
  return subgraphNames.flatMap((name) => {
    const own = globSync(`services/${name}/src/**/*.graphql`, { cwd: root }).toSorted()
    return own.length === 0 ? [] : [readSubgraph(root, name, own)]
  })
}

/** @param own the subgraph's own files, relative to `root` */
export function readSubgraph(root: string, name: string, own: readonly string[]): SubgraphSource {
  return { name, files: [BASE, ...own].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })) }
}

/**
 * Composes the subgraphs into one supergraph. Its URLs only name the subgraphs: whoever serves it says where they are.
 * Problems tell the subgraph or file they belong to.
 */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): Composition {
  const unreadable = subgraphs.flatMap(({ files }) => files.flatMap(syntaxProblems))
  if (unreadable.length > 0) return { supergraph: null, problems: [...new Set(unreadable)] }
  const services = subgraphs.map(({ name, files }) => ({
    name,
    url: `http://${name}/graphql`,
    typeDefs: subgraphDocument(files.map(({ text }) => parse(text))),
  }))
  const { supergraphSdl, errors } = composeServices(services)
  if (supergraphSdl !== undefined) return { supergraph: `${supergraphSdl.trimEnd()}\n`, problems: null }
  return { supergraph: null, problems: errors.map(({ message, extensions }) => `${extensions['code']}: ${message}`) }
}

function syntaxProblems({ path, text }: SourceFile): readonly string[] {
  try {
    parse(text)
    return []
  } catch (error) {
    const { message, locations } = error as { message: string; locations?: readonly { line: number; column: number }[] }
    const [place] = locations ?? []
    return [`${path}:${place?.line ?? 1}:${place?.column ?? 1}: ${message}`]
  }
}
