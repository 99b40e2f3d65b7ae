const versions = new Map<string, number>()

/** Remembers which version of a conference's programme this page shows, until another is shown. */
export function noteShownVersion({ id, version }: { id: string; version: number }): void {
  versions.set(id, version)
}

/** The version of the programme that whoever picks now has before them; undefined: none was shown. */
export function shownVersion(conferenceId: string): number | undefined {
  return versions.get(conferenceId)
}
