/** On a button that was tapped before our code came: it is drawn as picked from its tap on. */
const EARLY = 'data-early'

/**
 * Answers taps on the pick buttons of a day until our code is here: what is tapped is drawn as picked at once, and kept
 * on the page (`takeEarlyTaps`); tapped again it is neither. So the finger sees what it did, and means it.
 *
 * It is sent as text (DayScript): nothing outside of it may be used in it.
 */
export function keepTaps(): void {
  const keep = ({ target }: Event) => {
    if ('live' in document.documentElement.dataset) return document.removeEventListener('click', keep, true)
    const button = target instanceof Element ? target.closest('.pick') : null
    if (button) button.setAttribute('aria-pressed', String(button.toggleAttribute('data-early')))
  }
  document.addEventListener('click', keep, true)
}

/**
 * What was tapped before our code came, which answers from now on.
 * @returns the numbers of sessions, in the order of the day
 */
export function takeEarlyTaps(): number[] {
  document.documentElement.dataset.live = ''
  return [...document.querySelectorAll(`.pick[${EARLY}]`)].flatMap((button) => {
    button.removeAttribute(EARLY)
    const link = button.closest('.session-row')?.querySelector('a[id^=s]')
    return link ? [Number(link.id.slice(1))] : []
  })
}
