import type { Problem } from '@/lib/platform/errors'
import type { Program } from '@/lib/program/program'
import type { ColumnMapping } from './column-mapping'
import type { Answers, OpenQuestion } from './questions'

/** One file of an import as it was given: already inflated, at most 20 MB. */
export type ImportFile = { name: string; bytes: Uint8Array }

export type ParseOptions = {
  /** IANA zone for wall times without an offset and for the day of an instant. */
  timeZone: string
  /** CSV only: which column holds what. Guessed when absent. */
  mapping?: ColumnMapping
  /** What the person said of questions that the files left open. */
  answers?: Answers
}

export type Parsed = {
  program: Program
  problems: Problem[]
  /** What the files may mean in two ways, and how it was taken; absent when nothing is. */
  questions?: OpenQuestion[]
  /** CSV only: the mapping that was used, for the person to see and correct. */
  mapping?: ColumnMapping
  /** CSV only: every column that the mapping could name. */
  headers?: string[]
}

/** What can be told of the files before anything is parsed. */
export type Inspection = {
  title: string | null
  siteKey: string | null
  /** The conference's zone, if the files say it truly. */
  timeZone: string | null
}

/**
 * Reads one format. Adapters parse, they never fetch; they never throw for bad content: what cannot be used is a
 * problem with its line or path, and the rest is in the program.
 */
export type Adapter = {
  format: string
  /** Do these files, taken together, look like this format? By content, never by name. */
  recognises: (files: ImportFile[]) => boolean
  inspect: (files: ImportFile[]) => Inspection
  parse: (files: ImportFile[], options: ParseOptions) => Parsed
}
