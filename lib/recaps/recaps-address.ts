import { pageAddress } from '@/lib/program/addresses'

/** Where the recaps of a conference are, and one of this day can be made. @param day "YYYY-MM-DD"; null: of any day */
export function recapsAddress(conference: string, day: string | null): string {
  return `${pageAddress(conference, 'recaps')}${day ? `?day=${encodeURIComponent(day)}` : ''}`
}

/** Where a recap that was just deleted can be brought back. @param list the address of that of which it was one */
export function deletedAddress(list: string, id: string): string {
  return `${list}?deleted=${encodeURIComponent(id)}`
}
