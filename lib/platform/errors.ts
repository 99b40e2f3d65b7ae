/** Why a request is refused. `boundary` turns a code into an HTTP status; the domain never knows HTTP. */
export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'ACCOUNT_GONE'
  /** Signed in, and a guest all the same: the operator says so, and only what is theirs is left to them. */
  | 'BLOCKED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  /** Somebody else wrote the same meanwhile. */
  | 'CHANGED_MEANWHILE'
  | 'INVALID'
  | 'TOO_LARGE'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'

/** A refusal: thrown by the domain, answered by `boundary`. Any other throw is a bug. */
export class AppError extends Error {
  constructor(
    readonly code: RefusalCode,
    /** What was refused, for the log and for machines; never shown untranslated. */
    readonly detail?: string,
  ) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'AppError'
  }
}

/** Something of bad outside data that could not be used; the rest was. */
export type Problem = {
  severity: 'error' | 'warning' | 'info'
  /** Where: "line 12", "sessions[3].startsAt", a file's name. `placeOf` says it to people. */
  path: string
  /** What is called so there, where that is known: the title of a session. */
  entry?: string
  /** A key of the messages' `problems` section. */
  code: string
  /** The offending value or what was done instead; plain text, at most 200 characters. */
  detail: string
}
