/** A calendar date as the database takes it: its midnight in UTC. */
export function dateOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The calendar date that the database gave, "YYYY-MM-DD". */
export function dayOfDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}
