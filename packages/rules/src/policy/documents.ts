import { type CalendarDocument, readCalendars } from './calendar-document.ts'
import { type DeadlineDocument, readDeadlines } from './deadline-document.ts'
import { readHeader } from './read-header.ts'
import { readSettings, type SettingDocument } from './setting-document.ts'
import { type PolicyFile, type Problems, readSource } from './source.ts'
import { readTargets, type TargetDocument } from './target-document.ts'

export type PolicyDocument = DeadlineDocument | CalendarDocument | TargetDocument | SettingDocument

/** Reads every file by itself; what shows only when documents meet is checked later. */
export function readDocuments(files: readonly PolicyFile[], problems: Problems): readonly PolicyDocument[] {
  const documents: PolicyDocument[] = []
  const seen = new Set<string>()
  for (const file of files) {
    const source = readSource(file, problems)
    const header = source && readHeader(source, file)
    if (!source || !header) continue
    const version = `${header.number} of ${header.effectiveOn}`
    if (seen.has(version)) source.problem(`document ${version} is there twice`, 'document')
    seen.add(version)
    documents.push(readBody(source, header))
  }
  return documents
}

function readBody(
  source: NonNullable<ReturnType<typeof readSource>>,
  header: PolicyDocument['header'],
): PolicyDocument {
  switch (header.kind) {
    case 'deadlines':
      return readDeadlines(source, header)
    case 'calendars':
      return readCalendars(source, header)
    case 'targets':
      return readTargets(source, header)
    case 'settings':
      return readSettings(source, header)
  }
}
