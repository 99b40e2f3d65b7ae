import { headers } from 'next/headers'
import { placeDay } from './place-day'

/** Places a day at its hour before the page is first painted; stands after the list, in the page alone. */
export async function DayScript() {
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  return (
    <>
      {/* Where the browser can, it paints nothing before the script has run. */}
      <link rel="expect" href="#day-placed" blocking="render" />
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: `(${placeDay.toString()})()` }} />
      <span id="day-placed" hidden />
    </>
  )
}
