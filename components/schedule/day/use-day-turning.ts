import { useEffect } from 'react'
import { turnPages } from '@/components/shared/turn-pages'
import { pageAddress } from '@/lib/program/addresses'

/** Goes to the next or the previous day: by a swipe over the list, or by the arrow keys. */
export function useDayTurning(conference: string, days: readonly { date: string }[], day: string): void {
  useEffect(() => {
    const at = days.findIndex(({ date }) => date === day)
    const addressOf = (other: { date: string } | undefined) => other && pageAddress(conference, 'day', other.date)
    return turnPages(addressOf(days[at - 1]), addressOf(days[at + 1]))
  }, [conference, days, day])
}
