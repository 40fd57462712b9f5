/** What the store needs of a logger; pino's loggers are such. Fields never hold personal data. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
