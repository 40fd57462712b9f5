/*
 * Glossary
 *   build        one making of what a projection keeps, from the first event on, by one version of its code; with
 *                collections, cursors and a Kafka group of its own
 *   current      the build that readers see
 *   catching up  the build that is to become current, while it has not yet applied what the topics hold
 *   level        of a build: it has applied everything that the topics held a moment ago
 *   retired      of a build: nobody reads it any more; after a while it is removed
 */

/** Which making of a projection something belongs to. */
export interface Build {
  /** Of the projection's code. */
  readonly version: number
  /** Counts the builds of one projection from 1; never given twice. */
  readonly number: number
  /** Whether its collections are in the database of builds. Absent on the first, and on builds from before there was one. */
  readonly isApart?: boolean
}

/** What a service had before projections had versions, and what every projection of a new installation begins with. */
export const FIRST_BUILD: Build = { version: 1, number: 1 }

const CONSUMER = /^(?<projection>.*?)(?<suffix>\.v\d+\.b\d+)?$/

/** Empty for the first build, so that what is there from before keeps its names. */
function suffixOf({ version, number }: Build): string {
  return number === 1 ? '' : `.v${version}.b${number}`
}

/** The collection of a build that its projection calls `name`: `customerFacts`, later `customerFacts.v2.b2`. */
export function collectionNameOf(name: string, build: Build): string {
  return name + suffixOf(build)
}

/** Whether a collection's name is that of a later build. */
export const isLaterBuild = (collection: string) => /\.v\d+\.b\d+$/.test(collection)

/**
 * The database beside the service's own where later builds are. Their names tell version and number, so nobody could list
 * them beforehand; and only a database as a whole can be opened for names that nobody knows yet.
 */
export const buildsDatabaseOf = (database: string) => `${database}_builds`

/** Under what cursors and parked events of a build are kept: `orders.customer-facts`, later `orders.customer-facts.v2.b2`. */
export function consumerOf(projection: string, build: Build): string {
  return projection + suffixOf(build)
}

/** The projection's name, as people know it, out of `consumerOf`. */
export function projectionOf(consumer: string): string {
  return CONSUMER.exec(consumer)?.groups?.['projection'] ?? consumer
}

/** The Kafka group of a build, without the installation's prefix. */
export function groupOf(projection: string, build: Build): string {
  return build.number === 1 ? `afterline.${projection}.v${build.version}` : `afterline.${consumerOf(projection, build)}`
}
