import { STRIP, type GridPlace } from '@/lib/planning/grid/column'
import type { GridColumn } from '@/lib/planning/grid/grid'
import { PX_PER_MINUTE } from '@/lib/planning/grid/scale'
import { MINUTE_MS } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import { speakersAlone, type AgendaParts } from '@/lib/program/agenda-parts'
import { APART_PX, listRoomIn, roomIn } from './cell-room'

/** Nine of them fit at 1280; with fewer rooms they grow. */
const NARROWEST_REM = 8
const LANE_REM = 6
/** A letter of a title and of a fact on average, and what beside them is border, padding and the pick. */
const [TITLE_REM, FACT_REM, BESIDE_REM] = [0.46, 0.42, 2.5]
/** Longer ones are broken. */
const LONGEST_WORD = 16
/** Where most have one line, a time and so many letters of the title are seen. */
const [TIME_LETTERS, LINE_LETTERS] = [6, 14]

/** How wide a column must be for the words in it to stay whole, in rem. */
export function columnRem({ cells, lanes }: GridColumn, parts: AgendaParts): number {
  const drawn = cells.filter(({ width }) => width > STRIP)
  const isOfLines = drawn.filter(isLine).length > drawn.length / 2
  const needed = drawn.map((cell) => {
    const words = cell.sessions.map((session) => Math.max(wordsRem(session, parts), isOfLines ? lineRem(session) : 0))
    return ((Math.max(...words) + BESIDE_REM) * columnsOf(cell)) / cell.width
  })
  return Math.max(NARROWEST_REM, LANE_REM * lanes, ...needed)
}

function columnsOf(cell: GridPlace<AgendaSession>): number {
  return cell.sessions.length > 1 ? listRoomIn(heightOf(cell), cell.sessions.length).columns : 1
}

function wordsRem(session: AgendaSession, parts: AgendaParts): number {
  const facts = [speakersAlone(session, parts), parts.tracks.get(session.track ?? '')?.name ?? '']
  return Math.max(longestWord(session.title) * TITLE_REM, ...facts.map((fact) => longestWord(fact) * FACT_REM))
}

/** What a line with its time and the beginning of its title takes. */
function lineRem({ title }: AgendaSession): number {
  return (TIME_LETTERS + Math.min(title.length, LINE_LETTERS)) * TITLE_REM
}

/** Has each session of this cell no more than a line? */
function isLine(cell: GridPlace<AgendaSession>): boolean {
  const { length } = cell.sessions
  return (length > 1 ? listRoomIn(heightOf(cell), length) : roomIn(heightOf(cell))).lines === 1
}

function heightOf({ start, end }: { start: number; end: number }): number {
  return ((end - start) / MINUTE_MS) * PX_PER_MINUTE - APART_PX
}

function longestWord(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return Math.max(0, ...words.map(({ length }) => length).filter((length) => length <= LONGEST_WORD))
}
