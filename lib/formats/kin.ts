// Formats in which one system gives the same programme, under the same identifiers.
const kin: readonly (readonly string[])[] = [
  ['csv', 'spreadsheet'],
  ['sched-ics', 'sched-json'],
  ['frab-xml', 'frab-json'],
]

/** May files of one format be the next version of what came in the other? Yes for a spreadsheet and its CSV. */
export function isKin(format: string, other: string): boolean {
  return format === other || kin.some((family) => family.includes(format) && family.includes(other))
}
