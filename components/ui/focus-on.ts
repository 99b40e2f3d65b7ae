/**
 * What is about to go from the page takes the focus with it, and it falls to the beginning of the page. These give it
 * to what stands nearest, in the moment of the press.
 */

/** Gives the focus to the heading of the section in which something stands that is about to go. */
export function focusHeading(going: Element): void {
  // A region within it has a name of its own, and no heading.
  const around = going.closest('section:not([aria-label]), main')
  const heading = around?.querySelector<HTMLElement>('h1, h2, h3')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus()
}

/**
 * Gives the focus to the same in the next row of a list, else in the one before, else to the heading above.
 * @param pressed stands in a row that is about to go
 */
export function focusNextRow(pressed: Element): void {
  const row = pressed.closest('li')
  const next = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector<HTMLElement>(pressed.tagName)
  if (next) next.focus()
  else focusHeading(pressed)
}
