/** What of a mutation report is read; the whole is the schema that mutation-testing-elements publishes. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>
}

interface Mutant {
  readonly status:
    | 'Killed'
    | 'Timeout'
    | 'Survived'
    | 'NoCoverage'
    | 'RuntimeError'
    | 'CompileError'
    | 'Ignored'
    | 'Pending'
  readonly mutatorName: string
  readonly replacement?: string
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}

export interface MutationScore {
  readonly detected: number
  /** Detected or not; mutants that do not run at all count nowhere. */
  readonly valid: number
  /** `null` without a valid mutant. */
  readonly score: number | null
  /** `file:line:column mutator: replacement` of each that no test noticed. */
  readonly undetected: readonly string[]
}

const DETECTED: readonly Mutant['status'][] = ['Killed', 'Timeout']
const UNDETECTED: readonly Mutant['status'][] = ['Survived', 'NoCoverage']

export function mutationScoreOf({ files }: MutationReport): MutationScore {
  const mutants = Object.entries(files).flatMap(([file, { mutants: found }]) =>
    found.map((mutant) => ({ ...mutant, file })),
  )
  const detected = mutants.filter(({ status }) => DETECTED.includes(status)).length
  const undetected = mutants.filter(({ status }) => UNDETECTED.includes(status))
  const valid = detected + undetected.length
  return {
    detected,
    valid,
    score: valid === 0 ? null : detected / valid,
    undetected: undetected.map(({ file, location, mutatorName, replacement = '' }) => {
      const { line, column } = location.start
      return `${file}:${line}:${column} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 80)}`
    }),
  }
}
