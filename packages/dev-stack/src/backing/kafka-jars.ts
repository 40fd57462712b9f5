import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cached, isCached } from './cache.ts'
import { SetupError } from './contract.ts'
import type { Log } from './log.ts'
import { runTool } from './tool.ts'

const KAFKA = { artifact: 'kafka_2.13', version: '4.1.1' } as const
/** The binding must be of the same line as the slf4j-api that this Kafka brings, or the broker logs nothing. */
const SLF4J_SIMPLE = '1.7.36'
const FOLDER = `${KAFKA.artifact}-${KAFKA.version}`
const OLDEST_JAVA = 17

export interface KafkaJars {
  readonly java: string
  /** Java class path of broker and storage tool. */
  readonly classPath: string
  /** How it was found, for the line that says which way was taken. */
  readonly origin: string
}

/** Java 17 or newer, and Apache Kafka's jars from Maven Central. Says what is missing when there is no way. */
export async function findKafka(
  cacheRoot: string,
  env: NodeJS.ProcessEnv,
  log: Log,
): Promise<KafkaJars | { readonly missing: string }> {
  const java = env['JAVA_HOME'] ? join(env['JAVA_HOME'], 'bin', 'java') : 'java'
  const version = javaMajor((await runTool(java, ['-version'])).output)
  if (version === undefined) return { missing: `no Java (${java} does not run)` }
  if (version < OLDEST_JAVA) return { missing: `Java ${version} is too old, ${OLDEST_JAVA} is needed` }
  if (!(await isCached(cacheRoot, FOLDER)) && (await runTool('mvn', ['--version'])).code !== 0) {
    return { missing: `Java ${version} is there, but no mvn (Maven) to fetch Apache Kafka` }
  }
  try {
    const folder = await cached(cacheRoot, FOLDER, (partial) => download(partial, log))
    return {
      java,
      classPath: join(folder, '*'),
      origin: `Apache Kafka ${KAFKA.version} from Maven Central on Java ${version}`,
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    return { missing: `Java ${version} is there, but Apache Kafka could not be fetched: ${error.message}` }
  }
}

/** The major version out of what `java -version` prints; versions before 9 call themselves 1.x. */
export function javaMajor(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output)
  return match === null ? undefined : Number(match[1])
}

async function download(folder: string, log: Log): Promise<void> {
  log(`Kafka: downloading Apache Kafka ${KAFKA.version} with Maven (43 MB, once per user)`)
  const pom = join(folder, 'pom.xml')
  await writeFile(pom, pomXml())
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'
  const maven = ['-B', '-ntp', '--strict-checksums', '-f', pom, goal, `-DoutputDirectory=${folder}`]
  const { code, output } = await runTool('mvn', maven, { timeoutMs: 900_000 })
  if (code !== 0) {
    const reason = output.split('\n').find((line) => line.includes('ERROR')) ?? 'no message'
    throw new SetupError(`mvn failed: ${reason.trim()}`)
  }
  await rm(pom)
  const jars = await readdir(folder)
  if (!jars.some((name) => name.startsWith('slf4j-simple'))) throw new SetupError('mvn did not copy the jars')
  log(`Kafka: ${jars.length} jars in the cache`)
}

function pomXml(): string {
  const dependency = (group: string, artifact: string, version: string): string =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>afterline</groupId><artifactId>kafka</artifactId><version>1</version>
  <dependencies>
    ${dependency('org.apache.kafka', KAFKA.artifact, KAFKA.version)}
    ${dependency('org.slf4j', 'slf4j-simple', SLF4J_SIMPLE)}
  </dependencies>
</project>
`
}
