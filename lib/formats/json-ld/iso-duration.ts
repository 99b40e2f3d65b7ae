import { MINUTE_MS } from '@/lib/platform/time'

const LENGTH = /^P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d+S)?)?$/i

/** The length that "PT1H30M" or "PT45M" says (ISO 8601), in milliseconds; null when it says none. */
export function isoDuration(text: string): number | null {
  const [, days = 0, hours = 0, minutes = 0] = LENGTH.exec(text.trim()) ?? []
  const length = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * MINUTE_MS
  return length > 0 ? length : null
}
