import { pageAddress } from '@/lib/program/addresses'

/** Where the recaps of a conference are, and one of this day can be made. @param day "YYYY-MM-DD"; null: of any day */
export function recapsAddress(conference: string, day: string | null): string {
  return `${pageAddress(conference, 'recaps')}${day ? `?day=${encodeURIComponent(day)}` : ''}`
}
