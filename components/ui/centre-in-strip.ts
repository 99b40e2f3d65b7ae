/** Scrolls a strip sideways until one of its children is in its middle; the page itself stays where it is. */
export function centreInStrip(strip: HTMLElement, child: HTMLElement): void {
  strip.scrollLeft = child.offsetLeft - (strip.clientWidth - child.offsetWidth) / 2
}
