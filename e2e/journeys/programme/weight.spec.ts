import { expect, type Browser } from '@playwright/test'
import { test } from '../../journey'

// As decision 038 has it. Sizes and counts alone: times say more about the machine that runs this.
const MOST = { pageKilobytes: 60, elements: 1_800, codeKilobytes: 70, shifts: 0 }
const DAYS = ['/c/kubecon-eu-2026/schedule/2026-03-25', '/c/kubecon-eu-2026/schedule/2026-03-23']

/** What a first visit fetches of a page and its code, in kB as compressed, and what stands on it then. */
async function weigh(browser: Browser, url: string) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const moved: string[] = []
    Object.assign(globalThis, { moved })
    new PerformanceObserver((list) => moved.push(...list.getEntries().map(({ name }) => name))).observe({
      type: 'layout-shift',
      buffered: true,
    })
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const weight = await page.evaluate(() => {
    const [document_] = performance.getEntriesByType('navigation')
    const kilobytes = (entries: PerformanceResourceTiming[]) =>
      entries.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000
    const moved: unknown = Reflect.get(globalThis, 'moved')
    return {
      page: document_ instanceof PerformanceNavigationTiming ? kilobytes([document_]) : Infinity,
      code: kilobytes(
        performance
          .getEntriesByType('resource')
          .filter((entry) => entry instanceof PerformanceResourceTiming)
          .filter(({ name }) => name.endsWith('.js')),
      ),
      elements: document.querySelectorAll('*').length,
      shifts: Array.isArray(moved) ? moved.length : Infinity,
    }
  })
  await context.close()
  return weight
}

test('the largest days of KubeCon weigh no more than they may', async ({ browser, baseURL, isMobile }) => {
  test.skip(!isMobile, 'It is weighed as a phone gets it.')
  const empty = await weigh(browser, `${baseURL}/nothing-here`)
  expect(empty.code).toBeGreaterThan(50)
  for (const day of DAYS) {
    const weight = await weigh(browser, `${baseURL}${day}`)
    expect(weight.page, `${day}: the page itself`).toBeLessThanOrEqual(MOST.pageKilobytes)
    expect(weight.code - empty.code, `${day}: code above an empty page`).toBeLessThanOrEqual(MOST.codeKilobytes)
    expect(weight.code, `${day}: its code was seen`).toBeGreaterThan(empty.code)
    expect(weight.elements, `${day}: elements`).toBeLessThanOrEqual(MOST.elements)
    expect(weight.shifts, `${day}: what moved`).toBe(MOST.shifts)
  }
})
