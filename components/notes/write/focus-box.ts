/** Puts the focus into a note's box, in the middle of the screen: below are the places, and soon a keyboard. */
export function focusBox(box: HTMLTextAreaElement | null): void {
  box?.focus()
  box?.scrollIntoView({ block: 'center' })
}
