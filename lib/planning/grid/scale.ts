import { HOUR_MS, MINUTE_MS } from '@/lib/platform/time'

/** A minute of a timetable is so high. */
export const PX_PER_MINUTE = 4

/** From when to when, in milliseconds since 1970. */
export type GridSpan = { /** A full hour. */ start: number; end: number }

/** Where instants stand in a timetable whose time runs down. */
export type GridScale = {
  span: GridSpan
  /** In pixels. */ height: number
  /** Full hours, by what has passed: in the night in which clocks change it has one more or less. */ hours: number[]
  /** How far down an instant is, in pixels. */ y: (at: number) => number
  /** Which instant is so far down; of another length than whole steps, the nearest. */
  at: (y: number, stepMinutes: number) => number
}

/** The scale of a day that is drawn from when to when; null: nothing has a time, and all stands at the top. */
export function scaleOf(span: GridSpan | null): GridScale {
  const { start, end } = span ?? { start: 0, end: 0 }
  const y = (at: number) => ((at - start) / MINUTE_MS) * PX_PER_MINUTE
  return {
    span: { start, end },
    height: y(end),
    hours: Array.from({ length: Math.ceil((end - start) / HOUR_MS) }, (_, hour) => start + hour * HOUR_MS),
    y,
    at: (px, stepMinutes) => start + Math.round(px / PX_PER_MINUTE / stepMinutes) * stepMinutes * MINUTE_MS,
  }
}
