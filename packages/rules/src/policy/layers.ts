import type { RuleId } from '../catalogue/index.ts'
import type { PolicyKind, PolicyLayer } from './header.ts'
import type { PlacedEntry } from './layer-entry.ts'
import type { PolicyOverride } from './policy-version.ts'
import type { Approval } from './reading.ts'
import type { Problems, Section } from './source.ts'

/** An inner layer's value beside an outer one; the inner one is the laxer, or cannot be compared. */
export interface LaxerValue extends PlacedEntry<Approval & { readonly section: Section }> {
  readonly key: string
  readonly aspect: PolicyOverride['aspect']
  readonly rule: RuleId | null
  readonly outer: string
  readonly outerLayer: PolicyLayer
  readonly inner: string
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
  relax({ key, aspect, rule, outer, outerLayer, inner, header, entry }: LaxerValue): void {
    const { approvedBy, reason, section } = entry
    if (approvedBy === null) {
      section.problem(
        `'${key}' (${inner}) is laxer than the ${LAYER_NAMES[outerLayer]} (${outer}) and names no approver: add 'approvedBy'`,
      )
      return
    }
    const { layer, appliesTo, file } = header
    const values = { key, aspect, rule, regulation: outer, company: inner, layer, appliesTo }
    this.overrides.push({ version: this.#version, ...values, approvedBy, reason, file, line: section.line })
  }

  /** Something that every policy set needs is in no document of the regulation layer. */
  missing(kind: PolicyKind, what: string): void {
    if (this.#areComplete) this.#problems.add(`(${kind})`, 1, `no document of the regulation layer gives ${what}`)
  }
}

const LAYER_NAMES = {
  regulation: 'regulation',
  company: 'company',
  productClass: 'product class',
  contract: 'contract',
} as const satisfies Record<PolicyLayer, string>
