import { timeOf } from '@/lib/platform/time'

/** How people call a zone: "Europe/Paris" by its city. Names in other words differ between browsers. */
export function cityOf(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
}

// Winter and summer: zones of another name may have the same clocks all year.
const seasons = [new Date('2026-01-15T12:00Z'), new Date('2026-07-15T12:00Z')]

/** Do clocks show the same in both zones? */
export function haveSameClocks(one: string, other: string): boolean {
  return seasons.every((season) => timeOf(season, one) === timeOf(season, other))
}
