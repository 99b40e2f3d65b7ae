import * as z from 'zod/mini'
import { isInstant, oneLine, shorten, stripControls } from '@/lib/platform/clean-text'

/**
 * What rows of a backup are made of. What a backup brings goes on to the server as if it had been typed: it is cleaned
 * here, and is as long as it may be there.
 */

/** An id, as this software makes them. */
export const id = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))

/** A point in time, as `Date` writes it. */
export const instant = z.string().check(
  z.refine(isInstant),
  z.overwrite((text) => (isInstant(text) ? new Date(text).toISOString() : text)),
)

/** A text of one line, cut where it is longer. */
export const line = (longest: number) => z.string().check(z.overwrite((text) => shorten(oneLine(text), longest)))

/** A text of several lines, cut where it is longer. */
export const lines = (longest: number) =>
  z.string().check(z.overwrite((text) => shorten(stripControls(text).trim(), longest)))
