import type { RuleId } from '../catalogue/index.ts'
import type { PolicyKind } from './header.ts'
import type { PolicyOverride } from './policy-version.ts'
import type { Problems, Section } from './source.ts'

/** A company's value beside the regulation's, the laxer of the two being the company's. */
export interface LayeredValue {
  readonly key: string
  readonly rule: RuleId | null
  readonly regulation: string
  readonly company: string
  readonly approvedBy: string | null
  readonly reason: string | null
  readonly section: Section
}

/** What is found out while the layers of one version are laid over each other. */
export class Layers {
  readonly overrides: PolicyOverride[] = []
  readonly #version: string
  readonly #problems: Problems
  readonly #areComplete: boolean

  /** @param areComplete whether every document was read without a fault, so that what is missing really is */
  constructor(version: string, problems: Problems, areComplete: boolean) {
    this.#version = version
    this.#problems = problems
    this.#areComplete = areComplete
  }

  /** Reports a laxer value with its approver, or refuses it. */
  relax({ section, approvedBy, ...value }: LayeredValue): void {
    if (approvedBy === null) {
      section.problem(
        `'${value.key}' (${value.company}) is laxer than the regulation (${value.regulation}) and names no approver: add 'approvedBy'`,
      )
      return
    }
    const { key, rule, regulation, company, reason } = value
    const place = { file: section.file, line: section.line }
    this.overrides.push({ version: this.#version, key, rule, regulation, company, approvedBy, reason, ...place })
  }

  /** Something that every policy set needs is in no document of the regulation layer. */
  missing(kind: PolicyKind, what: string): void {
    if (this.#areComplete) this.#problems.add(`(${kind})`, 1, `no document of the regulation layer gives ${what}`)
  }
}
