/**
 * Fills in times that stand under a weekday, "<DAY>T08:00:00", by the dates of the schedule beside them.
 * @param times of all sessions; those with a date tell which dates there are
 * @returns a function from a time and its weekday (1 is Monday) to the time with its date; null where no date, or more
 * than one, is that weekday's
 */
export function dayTemplate(times: string[]): (time: string | null, weekday: number | null) => string | null {
  const dates = new Set(times.flatMap((time) => /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0] ?? []))
  const byWeekday = new Map<number, string[]>()
  for (const date of dates) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
    byWeekday.set(weekday, [...(byWeekday.get(weekday) ?? []), date])
  }
  return (time, weekday) => {
    if (time === null || !time.startsWith('<DAY>')) return time
    const [date, another] = byWeekday.get(weekday ?? 0) ?? []
    return date !== undefined && another === undefined ? time.replace('<DAY>', date) : null
  }
}
