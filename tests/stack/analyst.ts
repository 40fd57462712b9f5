import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repositoryRoot } from '@afterline/dev-stack'
import type { TestStack } from './test-stack.ts'

const run = promisify(execFile)
const folder = join(repositoryRoot, 'deploy/analytics')
/** What a former run has installed is there already. */
const packages = join(repositoryRoot, '.afterline-test', 'python')

/**
 * The analyst's comparison of topic and graph, in the words that it prints: a program that shares nothing with ours.
 * @throws Error with what it printed, where a figure differs, and where there is no `python3` with pip
 */
export async function comparedByAnalyst({ stack, graphUrl, tokenOf }: TestStack): Promise<string> {
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--require-hashes']
  await run('python3', [...pip, '--upgrade', '--target', packages, '-r', join(folder, 'requirements.txt')])
  const token = await tokenOf(['LEADERSHIP', 'AUDITOR'])
  const topic = `${stack.topicPrefix}afterline.measurements.v1`
  const { stdout } = await run(
    'python3',
    ['-B', join(folder, 'compare.py'), '--brokers', stack.kafkaBrokers, '--topic', topic, '--graph', graphUrl],
    { env: { ...process.env, PYTHONPATH: packages, AFTERLINE_TOKEN: token } },
  )
  return stdout
}
