/** Where a conference is on its own calendar: on today, still to come (or without days yet), over. */
export type ConferencePhase = 'on' | 'coming' | 'past'

/**
 * @param firstDay its days, "YYYY-MM-DD"; null: it has none
 * @param today in its zone
 */
export function phaseOf(firstDay: string | null, lastDay: string | null, today: string): ConferencePhase {
  if (firstDay === null || lastDay === null || today < firstDay) return 'coming'
  return today > lastDay ? 'past' : 'on'
}
