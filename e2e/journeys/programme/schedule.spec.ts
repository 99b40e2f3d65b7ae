import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessibleEverywhere } from '../../axe'
import { test } from '../../journey'
import { SecondServer } from '../../second-server'
import { readAgenda } from '../../server-data'

const DAY = '/c/kubecon-eu-2026/schedule/2026-03-25'
const NOW = '2026-03-25T11:15:00+01:00'
const CHROME_PX = 112
const HALF_AN_HOUR_MS = 30 * 60_000

/** What of a day is on the first screen. */
function firstScreen(page: Page) {
  return page.evaluate(() => {
    const bar = document.getElementById('day-bar')?.getBoundingClientRect()
    const bottom = Math.min(
      innerHeight,
      ...[...document.querySelectorAll('nav')]
        .filter((nav) => getComputedStyle(nav).position === 'fixed')
        .map((nav) => nav.getBoundingClientRect().top),
    )
    const isSeen = (element: Element) => {
      const { top, bottom: end, left, right } = element.getBoundingClientRect()
      return top >= (bar?.bottom ?? 0) && end <= bottom && left >= 0 && right <= innerWidth
    }
    const rows = [...document.querySelectorAll('#day-list .session-row')].filter(
      (row) => row.checkVisibility() && isSeen(row),
    )
    const tab = document.querySelector('#day-bar [aria-current]')?.getBoundingClientRect()
    const line = document.querySelector('[data-now]')
    return {
      chrome: Math.round(bar?.bottom ?? 0),
      line: line?.getAttribute('data-now') ?? null,
      // A page scrolls by whole pixels, and a bar may end between two.
      beginsAtLine: line !== null && Math.abs(line.getBoundingClientRect().top - (bar?.bottom ?? 0)) <= 1,
      tab: tab && tab.left >= 0 && tab.right <= innerWidth && tab.top >= 0,
      talks: rows.map((row) => row.querySelector('a')?.textContent ?? ''),
      starts: [
        ...new Set(rows.map((row) => row.closest('section')?.querySelector('h2')?.textContent?.slice(0, 5) ?? '')),
      ],
    }
  })
}

test.describe('at a quarter past eleven', () => {
  // One worker runs them all: each would start a server of its own.
  test.describe.configure({ mode: 'default' })
  let server: SecondServer
  test.beforeAll(async () => {
    server = await SecondServer.start(NOW)
  })
  test.afterAll(() => server.kill())
  test.beforeEach(({ page }) => page.clock.install({ time: NOW }))

  test('a phone opens on now, with the day named, five talks in sight and nothing that moves', async ({
    page,
    isMobile,
  }) => {
    test.skip(!isMobile, 'A wide screen has a grid.')
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        const shifts = list.getEntries().flatMap((entry) => ('value' in entry ? [Number(entry.value)] : []))
        document.documentElement.dataset.shifted = String(
          shifts.reduce((sum, value) => sum + value, Number(document.documentElement.dataset.shifted ?? 0)),
        )
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${server.url}/c/kubecon-eu-2026/schedule`)
    await expect(page).toHaveURL(`${server.url}${DAY}`)
    await expect(page.getByRole('heading', { name: 'Wednesday 25 March' })).toBeInViewport()
    await page.waitForLoadState('networkidle')
    const seen = await firstScreen(page)
    expect(seen).toMatchObject({ tab: true, line: 'Now 11:15 · 21 under way above', beginsAtLine: true })
    expect(seen.chrome).toBeLessThanOrEqual(CHROME_PX)
    expect(seen.talks.length).toBeGreaterThanOrEqual(5)
    expect(seen.starts[0]).toBe('11:29')
    expect(await page.locator('html').getAttribute('data-shifted')).toBeNull()
    // Scrolled away, there is a way back.
    await page.mouse.wheel(0, 6000)
    await page.getByRole('button', { name: 'Back to now' }).click()
    await expect.poll(async () => (await firstScreen(page)).beginsAtLine).toBe(true)
    await expect(page.getByRole('button', { name: 'Back to now' })).toBeHidden()
    // A search moves nothing until it finds something, and that is read from its beginning.
    await page.getByRole('button', { name: /^Search/ }).click()
    await expect(page.getByRole('searchbox')).toBeFocused()
    expect((await firstScreen(page)).talks).toEqual(seen.talks)
    await page.getByRole('searchbox').pressSequentially('gpu')
    await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: 'Mon 23 Mar' })).toBeVisible()
    const [first] = await page.locator('#day-list .session-row a').allTextContents()
    await expect.poll(async () => (await firstScreen(page)).talks[0]).toBe(first)
  })

  test('the end of a search leads back to where it began, also after the page was loaded again', async ({
    page,
    isMobile,
  }) => {
    test.skip(!isMobile, 'A wide screen has a grid.')
    await page.goto(server.url + DAY)
    await expect.poll(async () => (await firstScreen(page)).beginsAtLine).toBe(true)
    await page.mouse.wheel(0, 3000)
    await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible()
    const { talks } = await firstScreen(page)
    for (const isLoadedAgain of [false, true]) {
      await page.getByRole('button', { name: /^Search/ }).click()
      await page.getByRole('searchbox').pressSequentially('gpu')
      const found = page.getByRole('heading', { level: 2 }).filter({ hasText: 'Mon 23 Mar' })
      await expect(found).toBeVisible()
      if (isLoadedAgain) await page.reload()
      await expect(found).toBeVisible()
      await page.getByRole('searchbox').press('Escape')
      await expect.poll(async () => (await firstScreen(page)).talks).toEqual(talks)
    }
  })

  test('from Home to five picks of tomorrow, one clash among them settled, are nine taps', async ({
    page,
    isMobile,
  }) => {
    test.skip(!isMobile, 'Taps.')
    const taps: string[] = []
    const tap = async (what: string, where: Locator) => {
      taps.push(what)
      await where.tap()
    }
    const picks = await fiveOfTomorrow(page, server.url)
    await page.goto(server.url)
    await tap('the conference', page.getByRole('link', { name: /^KubeCon .* 2026/ }))
    await tap('Schedule', page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Schedule' }))
    await tap('tomorrow', page.getByRole('navigation', { name: 'Days' }).getByRole('link', { name: /26/ }))
    for (const title of picks) await tap('a pick', page.getByRole('button', { name: `Pick: ${title}`, exact: true }))
    await tap('its clash', page.getByRole('button', { name: 'Make it plan B' }))
    expect(taps).toEqual(['the conference', 'Schedule', 'tomorrow', ...Array(5).fill('a pick'), 'its clash'])

    await page.goto(`${server.url}/c/kubecon-eu-2026/plan#2026-03-26`)
    for (const title of picks) await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
    await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName('Thu 26 Mar 5 sessions picked')
  })

  test('a wide screen opens its grid on now, with a line there', async ({ page, isMobile }) => {
    test.skip(isMobile, 'A phone has a list.')
    await page.goto(server.url + DAY)
    const grid = page.getByRole('region', { name: /^Timetable/ })
    await expect(grid.locator('[data-grid-cell]').first()).toBeVisible()
    const talk = grid.getByRole('link', { name: /Generalizing Kubernetes Controller Sharding/ })
    await expect(talk).toBeInViewport()
    const columns = await grid
      .locator('h3')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right <= innerWidth).length)
    expect(columns).toBeGreaterThanOrEqual(8)
    expect(await overlaps(page)).toEqual([])
    expect(await coveredPicks(grid)).toEqual([])
    // Where one scrolls into a talk it is still named, and the line at now passes behind its words.
    const title = grid.getByText('From GitOps to AIOps: Evolving RBI')
    await grid.evaluate((region) => {
      const line = region.querySelector('[data-now]')?.getBoundingClientRect().top ?? 0
      const heads = region.querySelector('h3')?.getBoundingClientRect().bottom ?? 0
      region.scrollBy(0, line - heads - 12)
    })
    await expect(title).toBeInViewport()
    expect(await title.evaluate(isStruckOut)).toBe(false)
    await talk.click()
    await expect(talk).toHaveAttribute('aria-current', 'true')
    await expect(talk).toBeInViewport()
    await expect(page.getByRole('complementary', { name: /Generalizing Kubernetes Controller Sharding/ })).toBeVisible()
  })
})

/** The line at now is drawn over words that stand where it passes. */
function isStruckOut(words: Element): boolean {
  const line = document.querySelector<HTMLElement>('[role=region] [data-now]')
  const at = (line?.getBoundingClientRect().top ?? 0) + 1
  const passed = [...words.getClientRects()].find(({ top, bottom }) => top <= at && at <= bottom)
  if (!line || !passed) throw new Error('There is no line, or it does not pass there')
  line.style.pointerEvents = 'auto'
  return document.elementFromPoint(passed.left + 4, at) === line
}

/** Four talks of tomorrow with time for a walk between them, and one that is on with the last. */
async function fiveOfTomorrow(page: Page, server: string): Promise<string[]> {
  const { sessions } = await readAgenda(page, 'kubecon-eu-2026', server)
  const talks = sessions
    .filter(
      ({ kind, dayOn, title }) =>
        kind === 'talk' && dayOn === '2026-03-26' && sessions.filter((other) => other.title === title).length === 1,
    )
    .map(({ title, startAt = '', endAt = '' }) => ({ title, startAt, endAt }))
  const inTurn: typeof talks = []
  for (const talk of talks.toSorted((one, other) => one.startAt.localeCompare(other.startAt)))
    if (inTurn.length < 4 && Date.parse(talk.startAt) >= Date.parse(inTurn.at(-1)?.endAt ?? '1970') + HALF_AN_HOUR_MS)
      inTurn.push(talk)
  const last = inTurn.at(-1)
  const clash = talks.find((talk) => talk !== last && last && talk.startAt >= last.startAt && talk.startAt < last.endAt)
  return [...inTurn, ...(clash ? [clash] : [])].map(({ title }) => title)
}

/** What a mouse would not pick where it stands in sight, below the rooms' names and beside the hours. */
function coveredPicks(grid: Locator): Promise<string[]> {
  return grid.evaluate((region) => {
    const [frame, heads] = [region.getBoundingClientRect(), region.querySelector('h3')?.getBoundingClientRect()]
    const picks = [...region.querySelectorAll('button')].map((button) => {
      const box = button.getBoundingClientRect()
      return { button, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
    })
    const inSight = picks.filter(
      ({ x, y }) => x > frame.left + 56 && x < frame.right && y > (heads?.bottom ?? frame.top) + 12 && y < frame.bottom,
    )
    if (inSight.length < 8) throw new Error(`Only ${inSight.length} picks are in sight`)
    return inSight
      .filter(({ button, x, y }) => !button.contains(document.elementFromPoint(x, y)))
      .map(({ button }) => button.getAttribute('aria-label') ?? '')
  })
}

/** Pairs of cells that lie over each other. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('[role=region] section')].flatMap((column) =>
      [...column.querySelectorAll(':scope > div > *')].map((cell) => ({
        name: cell.textContent?.slice(0, 40) ?? '',
        box: cell.getBoundingClientRect(),
      })),
    )
    return boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ box }) =>
            Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top) > 0.5 &&
            Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left) > 0.5,
        )
        .map(({ name }) => `${one.name} / ${name}`),
    )
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a day reads from its top', async ({ page }) => {
    await page.goto(DAY)
    await expect(page.getByRole('link', { name: 'Group Fun Run/Walk' })).toBeInViewport()
    await expect(
      page.getByRole('link', { name: 'Lima Project Updates: Expanding the Focus To Hardening AI' }),
    ).toHaveCount(1)
  })
})

test('on paper a day has all of its sessions, also where a timetable is on the screen', async ({ page, isMobile }) => {
  await page.goto(DAY)
  if (!isMobile) await expect(page.locator('[data-grid-cell]').first()).toBeVisible()
  const { sessions } = await readAgenda(page, 'kubecon-eu-2026')
  const ofDay = sessions.filter(({ dayOn }) => dayOn === '2026-03-25')
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
  // What a link on paper leads to stands in the file as it is.
  const printed = new Set([...paper.matchAll(/\/URI \([^)]*\/sessions\/([^)]+)\)/g)].map(([, slug]) => slug))
  expect(ofDay.filter(({ slug }) => !printed.has(slug)).map(({ title }) => title)).toEqual([])
})

test('another day opens at its first talk; a swipe or an arrow goes to the next', async ({ page, isMobile }) => {
  await page.goto(DAY)
  const first = page.getByRole('link', { name: /Keynote: Cloud Native in Europe/ })
  await expect(first.first()).toBeInViewport()
  await page.waitForLoadState('networkidle')
  await page.locator('body').press('ArrowRight')
  await expect(page).toHaveURL(/2026-03-26$/)
  if (!isMobile) return
  await page.waitForLoadState('networkidle')
  await swipe(page, 100, 340)
  await expect(page).toHaveURL(/2026-03-25$/)
})

/** A finger goes over the list from one x to another. */
async function swipe(page: Page, from: number, to: number): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 500 }] })
  await touch('touchStart', from)
  for (const part of [0.3, 0.6, 1]) await touch('touchMove', from + (to - from) * part)
  await touch('touchEnd')
}

test('what narrows a day is behind one button, and stands as chips that can be taken away', async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, 'The same at any width.')
  await page.goto('/c/kubecon-eu-2026/schedule/2026-03-23')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Filter this day' })
  await sheet.getByRole('checkbox', { name: /^ArgoCon/ }).check()
  await sheet.getByRole('button', { name: /^Show \d+ sessions/ }).click()
  await expect(page.getByRole('button', { name: 'Filter: 1 chosen' })).toBeFocused()
  await expect(page).toHaveURL(/\?colocated=argocon$/)
  await expect(page.getByRole('link', { name: 'ArgoCon | Welcome + Opening Remarks' })).toBeVisible()
  await expectAccessibleEverywhere(page)
  await page.getByRole('button', { name: /^Take away: ArgoCon/ }).click()
  await expect(page).toHaveURL(/2026-03-23$/)
})

test('a day is narrowed to a level, whose row and page say what one has to know before going', async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, 'The same at any width.')
  await page.goto('/c/hallway-days/schedule')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Filter this day' })
  await sheet.getByRole('checkbox', { name: 'Intermediate 1' }).check()
  await sheet.getByRole('button', { name: 'Show 1 session' }).click()
  await expect(page).toHaveURL(/\?level=Intermediate$/)
  const row = page.locator('.session-row').filter({ hasText: 'Hands-on yak shaving' }).last()
  await expect(row).toContainText('Sold out')
  await row.getByRole('link').click()
  await expect(page.getByText('Sold out', { exact: true })).toBeVisible()
  await expect(page.getByText('Level: Intermediate')).toBeVisible()
  await expectAccessibleEverywhere(page)
})

test('a pick that clashes says so at once, and can be made plan B or undone there', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'The same at any width.')
  await page.goto(DAY)
  const pick = (title: RegExp) => page.getByRole('button', { name: title })
  await pick(/^Pick: Linkerd: Reliable/).click()
  await pick(/^Pick: Lima Project/).click()
  const bar = page
    .getByRole('status')
    .filter({ hasText: 'Clashes with “Linkerd: Reliable Production in an AI/MCP World”.' })
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: 'Make it plan B' }).click()
  await expect(page.getByText('Lima Project Updates: Expanding the Focus To Hardening AI is plan B.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  // Once it is dropped, nothing is asked of it any more.
  await pick(/^Pick: The Future of Kubernetes Node/).click()
  await expect(page.getByRole('button', { name: 'Keep both' })).toBeVisible()
  await pick(/^Pick: The Future of Kubernetes Node/).click()
  await expect(page.getByRole('button', { name: 'Keep both' })).toBeHidden()
  await pick(/^Pick: The Future of Kubernetes Node/).click()
  await page.getByRole('button', { name: 'Keep both' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden()
  await expect(pick(/^Pick: The Future of Kubernetes Node/)).toHaveAttribute('aria-pressed', 'true')
})

test('going back returns to the same place and the same focus', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'The same at any width.')
  await page.goto(DAY)
  const row = page.getByRole('link', { name: 'OpenFeature Update From the Maintainers' })
  await row.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  const before = await row.evaluate((link) => Math.round(link.getBoundingClientRect().top))
  await row.click()
  await expect(page).toHaveURL(/openfeature-update/)
  await page.goBack()
  await expect(row).toBeFocused()
  await expect.poll(() => row.evaluate((link) => Math.round(link.getBoundingClientRect().top))).toBe(before)
})
