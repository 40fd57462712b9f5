/** Whether anything was written: blanks say nothing. */
export function isWritten(text: string | null): text is string {
  return text !== null && text.trim() !== ''
}
