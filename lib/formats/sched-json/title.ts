/**
 * A session's title without its people: sched.com's organizers write them behind it, " - Ada Brook, Pier 9". Only what
 * begins with somebody who presents it is taken off.
 */
export function titleWithout(people: string[], name: string): string {
  const known = people.map((person) => person.toLowerCase())
  for (const { index } of name.matchAll(/\s[-–—]\s/g)) {
    const ending = name
      .slice(index + 3)
      .trim()
      .toLowerCase()
    if (index > 0 && known.some((person) => person !== '' && ending.startsWith(person)))
      return name.slice(0, index).trim()
  }
  return name
}
