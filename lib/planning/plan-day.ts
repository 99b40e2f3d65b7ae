import { dateOn } from '@/lib/platform/time'
import { takesTime, type PlanDay, type PlanEntry } from './plan'

/**
 * The day that this moment belongs to: the date on the clocks of the conference, but the day before while something of
 * mine that began then still goes on. It need not be a day of the plan.
 */
export function presentDay(plan: readonly PlanDay[], now: Date, timeZone: string): string {
  const today = dateOn(now, timeZone)
  const goesOn = (entry: PlanEntry) => takesTime(entry) && entry.end > now.getTime()
  const before = plan.find(({ day, entries }) => day < today && entries.some(goesOn))
  return before?.day ?? today
}

/**
 * Which day of the plan to open: the present one where it has something of mine, else the first to come that has; where
 * nothing of mine comes, the present day of the conference, else the first with something, else the first.
 */
export function dayToOpen(plan: readonly PlanDay[], now: Date, timeZone: string): string | undefined {
  const today = presentDay(plan, now, timeZone)
  const mine = plan.filter(({ entries, untimed }) => entries.length + untimed.length > 0)
  return (mine.find(({ day }) => day >= today) ?? plan.find(({ day }) => day === today) ?? mine[0] ?? plan[0])?.day
}
