import { headers } from 'next/headers'
import { keepTaps } from './keep-taps'
import { placeDay } from './place-day'

/**
 * Places a day at its hour before the page is first painted, and answers taps from then on; stands after the list, in
 * the page alone.
 */
export async function DayScript() {
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  return (
    <>
      {/* Where the browser can, it paints nothing before the script is there, which runs in the same breath. */}
      <link rel="expect" href="#day-placed" blocking="render" />
      <script
        id="day-placed"
        nonce={nonce}
        dangerouslySetInnerHTML={{ __html: `(${placeDay.toString()})();(${keepTaps.toString()})()` }}
      />
    </>
  )
}
