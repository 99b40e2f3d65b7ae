/** So near to the line a session is marked before it is cut: a scroll goes on while the page is told of it. */
const SOON_PX = 8

/**
 * Marks the sessions that pass under the rooms' names: what such a one is called stays in sight. Each that stays is a
 * layer that the browser puts together anew at every frame, so it is asked of these alone.
 */
export function markCut(region: HTMLElement): void {
  const line = region.scrollTop
  for (const cell of region.querySelectorAll<HTMLElement>('[data-session]')) {
    const [top, height] = [Number.parseFloat(cell.style.top), Number.parseFloat(cell.style.height)]
    cell.toggleAttribute('data-cut', top < line + SOON_PX && top + height > line - SOON_PX)
  }
}
