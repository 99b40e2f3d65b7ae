/** The list of a day, and the bar above it, as the page names them for `placeDay`. */
export const DAY_LIST = 'day-list'
export const DAY_BAR = 'day-bar'

/** What a history entry keeps of where on the list its page was left. */
export const LEFT_AT = 'hallwayLeftAt'
/** The same of where it was when a search began, to which its end leads back. */
export const SEARCHED_AT = 'hallwaySearchedAt'

/**
 * Puts the hour on a day's list: a line at now, quiet for what is over, and, once, the place at which it opens: now
 * today, the first talk on another day, the beginning of what a search found, where it was left when one comes back. A
 * page is the same for everybody and every hour, so this runs in it, before it is first painted, and again as time goes
 * on.
 *
 * It is sent as text (DayScript): nothing outside of it may be used in it, and all that it knows it reads from the
 * list.
 */
export function placeDay(): void {
  const MINUTE = 60_000
  const list = document.getElementById('day-list')
  if (!list) return
  const { day = '', zone, clocks, words = '' } = list.dataset
  const at = Date.now()
  const slots = [...list.querySelectorAll('section')].flatMap((slot) => {
    const start = Date.parse(slot.dataset.start ?? '')
    if (Number.isNaN(start)) return []
    const rows = [...slot.querySelectorAll<HTMLElement>('[data-min]')].map((row) => ({
      row,
      end: start + Number(row.dataset.min) * MINUTE,
    }))
    // What is not drawn yet is taken to be as high as it will about be.
    slot.style.containIntrinsicHeight = `auto ${Math.round(rows.length * 6.5 + 2)}rem`
    return [{ slot, start, rows, end: Math.max(start, ...rows.map(({ end }) => end)) }]
  })
  // Two days off it is another day in every zone, and nobody need be asked: a phone takes 30 ms to learn a zone.
  const isNear = Math.abs(at - Date.parse(day)) < 2880 * MINUTE
  // What says days and times elsewhere cannot be called from here.
  /* oxlint-disable house/when-is-said-by-one */
  const isToday =
    (isNear && new Date(at).toLocaleDateString('sv-SE', { timeZone: zone }) === day) ||
    (slots.some(({ start }) => start <= at) && slots.some(({ end }) => end > at))
  const next = slots.find(({ start }) => start > at)
  const last = slots[slots.length - 1]
  let on = 0
  for (const { slot, start, rows } of slots) {
    for (const { row, end } of rows) {
      if (start <= at && end > at && !row.closest('[data-practical]')) on++
      row.toggleAttribute('data-over', isToday && end <= at)
    }
    slot.removeAttribute('data-now')
    slot.removeAttribute('data-now-after')
  }
  const here = next ?? last
  if (isToday && here) {
    const [now = '', underWay = ''] = words.split('|')
    const clock = new Date(at).toLocaleTimeString('en-GB', { timeZone: clocks, hour: '2-digit', minute: '2-digit' })
    here.slot.setAttribute(
      next ? 'data-now' : 'data-now-after',
      `${now} ${clock}${on > 0 ? ` · ${underWay.replace('#', String(on))}` : ''}`,
    )
  }
  /* oxlint-enable house/when-is-said-by-one */
  if (list.hasAttribute('data-opened')) return
  const left: unknown = history.state?.hallwayLeftAt
  const [id, top] = Array.isArray(left) ? left : []
  const row = typeof id === 'string' ? document.getElementById(id) : null
  // What a filter or a search lists may come a moment after the page.
  const waits = id && !row && performance.now() < 4000
  const isWide = location.hash || matchMedia('(min-width: 64rem)').matches
  const target =
    waits || isWide || (!row && day === '')
      ? null
      : (row ?? (isToday ? here?.slot : list.querySelector('[data-first]')))
  // What will be in sight, or within the screen and a half that browsers draw around it, is drawn before it is
  // measured: else it would grow under the reader's eyes. And before anything is measured at all: all is laid out once.
  const near = (from: number, by: 1 | -1, screens: number) => {
    for (let index = from, height = 0; slots[index] && height < screens * innerHeight; index += by) {
      const { slot, rows } = slots[index] ?? {}
      if (slot) slot.style.contentVisibility = 'visible'
      height += (rows?.length ?? 0) * 80
    }
  }
  if (target) {
    const at0 = slots.findIndex(({ slot }) => slot.contains(target))
    near(at0, 1, 2.5)
    near(at0 - 1, -1, 1.5)
  }
  const tab = document.querySelector<HTMLElement>('#day-bar [aria-current]')
  const strip = tab?.parentElement
  if (tab && strip) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2
  if (waits) return
  list.setAttribute('data-opened', '')
  const bar = document.getElementById('day-bar')
  const height = bar ? bar.offsetHeight + (parseFloat(getComputedStyle(bar).top) || 0) : 0
  if (!row && day === '') {
    const above = (bar?.nextElementSibling?.getBoundingClientRect().top ?? height) - height
    return scrollBy(0, Math.min(0, above))
  }
  if (!target) return
  const goal = row && typeof top === 'number' ? top : height
  // Once more, for a bar that stays only from some place on.
  for (let turn = 0; turn < 2; turn++) scrollBy(0, target.getBoundingClientRect().top - goal)
  if (row) row.focus({ preventScroll: true })
}

/** The first row below the bar that is in sight, and how far down it is; undefined: there is none. */
export function firstInSight(): [id: string, top: number] | undefined {
  const bar = endOfBar()
  const row = [...document.querySelectorAll(`#${DAY_LIST} a[id]`)].find(
    (one) => one.getBoundingClientRect().bottom > bar,
  )
  return row && [row.id, Math.round(row.getBoundingClientRect().top)]
}

/** Where the day's bar ends while it stays above the list; in pixels. */
export function endOfBar(): number {
  const bar = document.getElementById(DAY_BAR)
  return bar ? bar.offsetHeight + (parseFloat(getComputedStyle(bar).top) || 0) : 0
}
