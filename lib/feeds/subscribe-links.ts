export type SubscribeLinks = { webcal: string; google: string; outlook: string; outlookWork: string }

/** Does this address work on the same computer alone? */
export function isLocalAddress(url: string): boolean {
  return /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/.test(url)
}

/**
 * What opens a schedule in Giggity: its own page, for whom it is not installed, which asks the app for the rest.
 * @param xmlUrl where the schedule is as frab's XML; http or https
 */
export function giggityLink(xmlUrl: string): string {
  return `https://ggt.gaa.st/#url=${encodeURIComponent(xmlUrl)}`
}

/**
 * The addresses that make calendars subscribe to a feed. Apple's, and any other that a system has registered, follow
 * webcal; Google takes a webcal address and fetches it over https or http by itself.
 * @param feedUrl http or https
 * @param name what Outlook calls the calendar
 */
export function subscribeLinks(feedUrl: string, name: string): SubscribeLinks {
  const webcal = feedUrl.replace(/^https?:/, 'webcal:')
  const title = encodeURIComponent(name.replace(/\p{Surrogate}/gu, ''))
  const toOutlook = `addfromweb?url=${encodeURIComponent(feedUrl)}&name=${title}`
  return {
    webcal,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    outlook: `https://outlook.live.com/calendar/0/${toOutlook}`,
    outlookWork: `https://outlook.office.com/calendar/0/${toOutlook}`,
  }
}
