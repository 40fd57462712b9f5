import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** What a tool of the cluster printed. @throws Error with what it complained of */
async function run(command: string, args: readonly string[], input?: string): Promise<string> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(input)
  const [printed, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${complaint || printed}`)
  return printed
}

/** A pod as the cluster tells of it. */
export interface Pod {
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> }
  readonly status: { readonly phase: string; readonly containerStatuses?: readonly { readonly restartCount: number }[] }
}

/** One namespace of the cluster that KUBECONFIG names. */
export class Namespace {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }

  kubectl(args: readonly string[], input?: string): Promise<string> {
    return run('kubectl', ['--namespace', this.name, ...args], input)
  }

  helm(args: readonly string[]): Promise<string> {
    return run('helm', ['--namespace', this.name, ...args])
  }

  /** Created under the strictest rules for pods that Kubernetes has. */
  async create(): Promise<void> {
    await run('kubectl', ['create', 'namespace', this.name])
    const strict = ['enforce', 'warn', 'audit'].map((mode) => `pod-security.kubernetes.io/${mode}=restricted`)
    await run('kubectl', ['label', 'namespace', this.name, ...strict])
  }

  async remove(): Promise<void> {
    await run('kubectl', ['delete', 'namespace', this.name, '--ignore-not-found', '--wait'])
  }

  /** @param data texts by key */
  async keep(name: string, data: Readonly<Record<string, string>>): Promise<void> {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: data }
    await this.kubectl(['apply', '-f', '-'], JSON.stringify(secret))
  }

  async pods(selector: string): Promise<readonly Pod[]> {
    const printed = await this.kubectl(['get', 'pods', '-l', selector, '-o', 'json'])
    // kubectl prints what the cluster's API promises.
    return (JSON.parse(printed) as { items: readonly Pod[] }).items
  }
}

const WORKING_SET = /^container_memory_working_set_bytes\{.*namespace="([^"]*)".*pod="([^"]*)".*\} (\S+)/

/** Mebibytes of working set by pod, as the kubelets count them. */
export async function memoryOf(namespace: string): Promise<Readonly<Record<string, number>>> {
  const nodes = (await run('kubectl', ['get', 'nodes', '-o', 'name'])).trim().split('\n')
  const memory: Record<string, number> = {}
  for (const node of nodes) {
    const path = `/api/v1/nodes/${node.replace('node/', '')}/proxy/metrics/resource`
    for (const line of (await run('kubectl', ['get', '--raw', path])).split('\n')) {
      const [, where, pod = '', bytes] = WORKING_SET.exec(line) ?? []
      if (where === namespace) memory[pod] = (memory[pod] ?? 0) + Math.round(Number(bytes) / 2 ** 20)
    }
  }
  return memory
}
