const TYPED = /^(\d{1,2})(?:\s*[:.h]?\s*([0-5]\d)|\s*h)?\s*([ap])?\.?(?:m\.?)?$/i

/**
 * What somebody means who types a time, "HH:MM" on a clock of 24 hours: "9", "930", "9h30", "2:30 pm"; null: no time of
 * a day.
 */
export function readClock(typed: string): string | null {
  const [, hour, minute = '00', half] = TYPED.exec(typed.trim()) ?? []
  if (hour === undefined) return null
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  if (hours > 23 || (half && Number(hour) > 12)) return null
  return `${String(hours).padStart(2, '0')}:${minute}`
}
