import type { Page } from '@playwright/test'

type Walk = {
  /** What can be used and was never reached. */ missed: string[]
  /** What does not show that it has the focus. */ unmarked: string[]
}

// A day of a large conference has hundreds of stops; where the first ones work the others do.
const MOST_STOPS = 60

/** Presses Tab through a page from its top. */
export async function tabThrough(page: Page): Promise<Walk> {
  const expected = await page.evaluate(markStops, MOST_STOPS)
  const [reached, marked] = [new Set<string>(), new Set<string>()]
  // What is drawn meanwhile is passed, too: it ends where it began.
  for (let press = 0; press < 4 * MOST_STOPS && reached.size < expected.length; press++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focusedStop)
    if (!stop) continue
    reached.add(stop.name)
    // A field of time has several stops of its own, and marks the last one itself.
    if (stop.isMarked) marked.add(stop.name)
  }
  return {
    missed: expected.filter((name) => !reached.has(name)),
    unmarked: [...reached].filter((name) => !marked.has(name)),
  }
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

/** In the page: what has the focus, and whether that can be seen. */
function focusedStop(): { name: string; isMarked: boolean } | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element.dataset.stop === undefined) return null
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  return {
    name: element.dataset.stop,
    isMarked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
  }
}
