const versions = new Map<string, number>()

/** Notes which version of a conference's programme is on the screen. */
export function noteShownVersion({ id, version }: { id: string; version: number }): void {
  versions.set(id, version)
}

/** The version of the programme that whoever picks now has before them; undefined: none was shown. */
export function shownVersion(conferenceId: string): number | undefined {
  return versions.get(conferenceId)
}
