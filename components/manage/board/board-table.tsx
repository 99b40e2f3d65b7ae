import { useTranslations } from 'next-intl'
import { useEffect, useId, useMemo, useRef, useState, type MouseEvent } from 'react'
import type { Board, BoardSession, BoardPlace } from '@/lib/desk/board/board'
import type { BoardDay } from '@/lib/desk/board/layout/board-day'
import { firstOn } from '@/lib/desk/board/layout/in-view'
import type { LandedSession } from '@/lib/desk/board/moving/carry'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import { isolated } from '@/lib/platform/bidi'
import { BoardGrid } from './grid/board-grid'
import { useHand } from './hand/use-hand'
import { useKeys } from './hand/use-keys'
import { Tray } from './tray'
import { useLeft } from './use-board-day'
import type { BoardWords } from './use-board-words'
import { useLooks, type Warned } from './use-looks'

type Props = {
  day: BoardDay
  board: Board
  /** Of the draft that is seen. */ version: number
  mayMove: (id: string) => boolean
  moves: readonly ShownMove[]
  moveOf: ReadonlyMap<string, ShownMove>
  sessions: readonly BoardSession[]
  tray: readonly BoardSession[]
  warned: Warned
  words: BoardWords
  /** Of the board, in order. */ days: readonly string[]
  onOver: (moved: readonly LandedSession[] | null) => void
  /** @param seen the draft's version when it was taken up */ onMove: (
    moved: readonly LandedSession[],
    seen: number,
  ) => void
  onRefused: () => void
  onDraw: (place: BoardPlace) => void
  onOpen: (id: string) => void
  onUndo: () => void
  onRedo: () => void
  say: (text: string) => void
  /** Says it on the screen, too. */ show: (text: string) => void
}

/** The tray and the grid, over which hands and keys move sessions. */
export function BoardTable({
  day,
  board,
  version,
  mayMove,
  moves,
  moveOf,
  sessions,
  tray,
  warned,
  words,
  days,
  ...on
}: Props) {
  const t = useTranslations('manage.board')
  const root = useRef<HTMLDivElement>(null)
  const region = useRef<HTMLDivElement>(null)
  const trayBox = useRef<HTMLElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const chip = useRef<HTMLDivElement>(null)
  const helpId = useId()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [focused, setFocused] = useState<string | null>(null)
  const [awaited, setAwaited] = useState<{ id: string } | null>(null)
  useEffect(() => {
    // What was moved stands elsewhere by now.
    if (awaited) focusSoon(root.current, awaited.id)
  }, [awaited])
  const byId = useMemo(() => new Map(sessions.map((session) => [session.id, session])), [sessions])
  const left = useLeft(moves, day.day)
  const movedIds = useMemo(() => new Set(moveOf.keys()), [moveOf])
  const stopId = focused ?? firstOn(day) ?? null
  const lookOf = useLooks({ tracks: board.tracks, moves: moveOf, chosen, warned, stopId, day: day.day, words, mayMove })

  const takenUpAt = useRef(version)
  const carriedWith = (id: string) => {
    takenUpAt.current = version
    const ids = chosen.has(id) ? [id, ...[...chosen].filter((other) => other !== id)] : [id]
    return mayMove(id) ? ids.filter(mayMove).flatMap((one) => byId.get(one) ?? []) : []
  }
  const choose = (id: string) => {
    const next = new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id])
    setChosen(next)
    const title = isolated(byId.get(id)?.title ?? '')
    on.say(t(next.has(id) ? 'say.chosen' : 'say.notChosen', { title, count: next.size }))
  }
  const press = (event: MouseEvent, id: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) choose(id)
    else on.onOpen(id)
  }
  const move = (moved: readonly LandedSession[]) => {
    if (moved.length > 0) on.onMove(moved, takenUpAt.current)
    setChosen(new Set())
  }
  const shared = {
    root,
    region,
    frame,
    chip,
    day,
    carriedWith,
    sayPlace: (place: BoardPlace) => words.place(place, day.day),
  }
  useHand({
    ...shared,
    tray: trayBox,
    sayOthers: (count) => t('others', { count }),
    onOver: on.onOver,
    onMove: move,
    onRefused: on.onRefused,
    onDraw: board.mine ? null : on.onDraw,
  })
  const keys = useKeys({
    ...shared,
    days,
    isThere: (id) => byId.has(id),
    onOver: on.onOver,
    onRefused: on.onRefused,
    onMove: (moved) => {
      move(moved)
      focusOn(moved[0]?.session.id)
    },
    onChoose: choose,
    onFocus: ({ session }) => focusOn(session.id),
    onGone: ({ title }, nearest) => {
      on.show(t('say.gone', { title: isolated(title) }))
      if (nearest) focusOn(nearest.session.id)
      else region.current?.focus()
    },
    // What had the focus may stand elsewhere then.
    onUndo: () => {
      on.onUndo()
      focusOn(focused ?? undefined)
    },
    onRedo: () => {
      on.onRedo()
      focusOn(focused ?? undefined)
    },
    tell: (what, moved) => {
      const [first] = moved
      if (!first) return
      // Others may have moved it while it was carried.
      const left = byId.get(first.session.id) ?? first.session
      const place = words.place(what === 'cancelled' ? left : first.place, day.day)
      on.say(t(`say.${what}`, { title: isolated(first.session.title), count: moved.length, place }))
    },
    tellEdge: (edge, [first], hasDay) => {
      const place = first ? words.place(first.place, day.day) : ''
      on.say(t('say.edge', { edge, place, hasDay: hasDay ? 'yes' : 'no' }))
    },
    tellNoDay: (edge, { title }) => on.show(t('say.noDay', { edge, title: isolated(title) })),
  })
  function focusOn(id: string | undefined) {
    if (!id) return
    setFocused(id)
    setAwaited({ id })
  }
  return (
    <div
      ref={root}
      className="flex gap-3"
      onKeyDown={keys.onKeyDown}
      onKeyUp={keys.onKeyUp}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || keys.onBlur()}
      onFocus={({ target }) => setFocused(target.closest<HTMLElement>('[data-session]')?.dataset.session ?? focused)}
      onClick={(event) => {
        const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-session]') : null
        if (cell?.dataset.session) press(event, cell.dataset.session)
      }}
    >
      <p id={helpId} className="sr-only">
        {t('help')}
      </p>
      <Tray sessions={tray} chosen={chosen} moved={movedIds} tray={trayBox} />
      <BoardGrid
        day={day}
        region={region}
        saying={words.saying}
        label={t('gridName', { day: words.day(day.day) })}
        helpId={helpId}
        noRoom={t('withoutRoom')}
        keptId={focused}
        left={left}
        lookOf={lookOf}
      >
        <div
          ref={frame}
          hidden
          aria-hidden="true"
          className={
            'pointer-events-none absolute left-0 top-0 z-10 rounded border-2 border-accent bg-tint/80 px-1 text-xs ' +
            'font-semibold contain-strict will-change-transform'
          }
        />
      </BoardGrid>
      <div
        ref={chip}
        hidden
        aria-hidden="true"
        className={
          'pointer-events-none fixed left-0 top-0 z-40 max-w-60 rounded bg-ink px-2 py-1 text-sm text-ground ' +
          'contain-content will-change-transform'
        }
      />
    </div>
  )
}

/** What was scrolled to, or moved, is drawn within a few frames. */
function focusSoon(root: HTMLElement | null, id: string, frames = 10): void {
  const cell = root?.querySelector<HTMLElement>(`[data-session="${CSS.escape(id)}"]`)
  if (cell) {
    cell.focus({ preventScroll: true })
    // A step that is undone may lead far from what is seen.
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  } else if (frames > 0) requestAnimationFrame(() => focusSoon(root, id, frames - 1))
}
