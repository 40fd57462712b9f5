/** Why a file cannot be read at all. Nothing is imported then: what the file would have said is not known. */
export class FileProblem extends Error {
  readonly file: string
  readonly line: number | null
  readonly reason: string

  constructor(file: string, line: number | null, reason: string) {
    super(`${file}${line === null ? '' : `:${line}`}: ${reason}`)
    this.name = 'FileProblem'
    this.file = file
    this.line = line
    this.reason = reason
  }
}
