/** The part of cli-progress that is used here; the package brings no types. */
declare module 'cli-progress' {
  interface BarOptions {
    readonly format: string
    readonly stream: NodeJS.WritableStream
    readonly clearOnComplete: boolean
    readonly hideCursor: boolean
  }
  export class SingleBar {
    constructor(options: BarOptions, preset: object)
    start(total: number, value: number, payload: Readonly<Record<string, string>>): void
    increment(by: number): void
    stop(): void
  }
  export const Presets: { readonly shades_classic: object }
}
