import { version } from '@/package.json'

/** Who wrote a file. */
export const SOFTWARE = { name: 'Hallway', version } as const

/** What the starts of sessions are multiples of, for who draws a grid. */
export const TIMESLOT = '00:05'
