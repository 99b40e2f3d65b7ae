import type { Page } from '@playwright/test'

type Walk = {
  /** What can be used and was never reached. */ missed: string[]
  /** What does not show that it has the focus. */ unmarked: string[]
}

// A day of a large conference has hundreds of stops; where the first ones work the others do.
const MOST_STOPS = 60

/** Presses Tab through a page from its top. */
export async function tabThrough(page: Page): Promise<Walk> {
  const walk = await page.evaluateHandle(watchStops, await page.evaluate(markStops, MOST_STOPS))
  const { left } = await walk.evaluate(tellWalk)
  // What is drawn meanwhile is passed, too: it ends where it began. What is left is asked only now and then.
  for (let pressed = 0, next = left; next > 0 && pressed < 4 * MOST_STOPS;) {
    for (const last = pressed + next; pressed < last; pressed++) await page.keyboard.press('Tab')
    next = (await walk.evaluate(tellWalk)).left
  }
  const { missed, unmarked } = await walk.evaluate(tellWalk)
  return { missed, unmarked }
}

/** In the page: names what a keyboard should reach, in order. */
function markStops(most: number): string[] {
  const usable =
    'a[href], button:not(:disabled), input:not(:disabled):not([type=hidden]), select:not(:disabled), ' +
    'textarea:not(:disabled), summary, [tabindex="0"]'
  const stops = [...document.querySelectorAll<HTMLElement>(usable)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0,
  )
  return stops.slice(0, most).map((element, index) => {
    element.dataset.stop =
      `${index} ${element.tagName.toLowerCase()} ` +
      `${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`
    return element.dataset.stop
  })
}

type Watched = { expected: string[]; reached: Set<string>; marked: Set<string> }

/** In the page: after each press, what has the focus, and whether that can be seen. */
function watchStops(expected: string[]): Watched {
  const [reached, marked] = [new Set<string>(), new Set<string>()]
  addEventListener('keyup', () => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element.dataset.stop === undefined) return
    reached.add(element.dataset.stop)
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    // A field of time has several stops of its own, and marks the last one itself.
    if ((outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none')
      marked.add(element.dataset.stop)
  })
  return { expected, reached, marked }
}

/** In the page. */
function tellWalk({ expected, reached, marked }: Watched): Walk & { left: number } {
  const stands = new Set([...document.querySelectorAll<HTMLElement>('[data-stop]')].map(({ dataset }) => dataset.stop))
  // What went meanwhile (a link to sign in, once it is known who is here) cannot be reached.
  const missed = expected.filter((name) => !reached.has(name) && stands.has(name))
  return { missed, unmarked: [...reached].filter((name) => !marked.has(name)), left: missed.length }
}
