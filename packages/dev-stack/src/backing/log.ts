/** Where progress goes, one line per call. Never the data channel of a command. */
export type Log = (line: string) => void
