import { z } from 'zod'
import { isDay, isInstant, oneLine, stripControls } from './clean-text'

/**
 * Text and time as they come through a door: every schema of what somebody sends is made of these, and `npm run check`
 * refuses `z.string()` and `z.iso.*` there. What no database keeps (NUL, halves of surrogate pairs) is gone before
 * anything else looks.
 */

/**
 * An id that somebody's device made, as the database writes it: in small letters, or one that was sent twice would be
 * two.
 */
export function idField() {
  return z.uuid().toLowerCase()
}

/** A text that may have lines. Its limits are the caller's: `.trim().min(1).max(200)`. */
export function textField() {
  return z.string().overwrite(stripControls)
}

/** A text on one line, without space around it: a title, a name, a place. */
export function lineField() {
  return z.string().overwrite(oneLine)
}

/** An instant that every clock, calendar and database of ours can tell. @param options as z.iso.datetime has them */
export function instantField(options?: Parameters<typeof z.iso.datetime>[0]) {
  return z.iso.datetime(options).refine(isInstant, 'date')
}

/** A day of such a year: "2026-03-24". */
export function dayField() {
  return z.iso.date().refine(isDay, 'date')
}

/** A time on a clock, to the minute: "14:05". */
export function clockField() {
  return z.iso.time({ precision: -1 })
}

/** An e-mail address, by what a browser's own field takes (HTML, "valid e-mail address"). */
export const emailAddress = z.email({ pattern: z.regexes.html5Email, error: 'email' })
