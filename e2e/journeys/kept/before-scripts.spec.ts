import { expect, type Page } from '@playwright/test'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'

const table = 'Day,Start,End,Title,Room\n2027-06-01,09:00,09:30,A talk,Hall'

// Those that the server draws with boxes to write in.
const screens = ['/', '/new', '/settings', '/sign-in', '/c/hallway-days/speakers']
const desk = ['', '/sources', '/sessions', '/sessions/1', '/people', '/stewards', '/announcements', '/settings']

/** Lets our scripts wait from each call of `hold` on, as on a slow network, until `arrive` is called. */
async function delayScripts(page: Page): Promise<{ hold: () => void; arrive: () => void }> {
  let arrival = Promise.resolve()
  let arrive = () => {}
  await page.route('**/_next/static/**/*.js', async (route) => {
    await arrival
    await route.continue()
  })
  const hold = () => {
    arrival = new Promise((done) => (arrive = done))
  }
  return { hold, arrive: () => arrive() }
}

/** In the page: writes into each box that can be written in. @returns what stands in them */
function writeInAll(): string[] {
  const boxes = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
    (box) => box.checkVisibility() && !box.readOnly && /^(text|search|textarea|email)$/.test(box.type),
  )
  return boxes.map((box, index) => {
    box.dataset.written = ''
    box.value = box.type === 'email' ? `early${index}@example.org` : `early ${index}`
    return box.value
  })
}

/** In the page: what stands in the boxes that were written in, and what our code takes it for; null: not there yet. */
function readAll(): (string | null)[] {
  return [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-written]')].map((box) => {
    const props: unknown = Object.entries(box).find(([key]) => key.startsWith('__reactProps'))?.[1]
    if (typeof props !== 'object' || props === null) return null
    const known = 'value' in props ? props.value : box.value
    return known === box.value ? box.value : `${box.value}, known as ${String(known)}`
  })
}

test('what was typed before our scripts came stays', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'A wide screen has the same boxes.')
  const slug = 'early-words'
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  const scripts = await delayScripts(page)
  let boxes = 0
  for (const path of [...screens, ...desk.map((section) => `/c/${slug}/manage${section}`)]) {
    scripts.hold()
    await page.goto(path, { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    const typed = await page.evaluate(writeInAll)
    boxes += typed.length
    scripts.arrive()
    await expect.poll(() => page.evaluate(readAll), path).toEqual(typed)
  }
  expect(boxes).toBeGreaterThan(screens.length + desk.length)
})

test('what is tapped before our scripts come is picked, and seen to be', async ({ page }) => {
  const scripts = await delayScripts(page)
  scripts.hold()
  await page.goto('/c/hallway-days/schedule', { waitUntil: 'commit' })
  const buttons = page.getByRole('main').getByRole('button', { name: /^Pick: / })
  await expect(buttons.nth(3)).toBeVisible()
  const names = await buttons.evaluateAll((all) => all.slice(0, 3).map((one) => one.getAttribute('aria-label') ?? ''))
  const button = (nth: number) => page.getByRole('button', { name: names[nth] ?? '', exact: true }).first()
  // The third was meant for another one.
  for (const nth of [0, 1, 2, 2]) await button(nth).click()
  const pressed = async () => {
    for (const nth of [0, 1, 2]) await expect(button(nth)).toHaveAttribute('aria-pressed', String(nth < 2))
  }
  await pressed()
  scripts.arrive()
  await page.waitForLoadState('networkidle')
  await pressed()
  await page.reload()
  await pressed()
})

test('who is in a box that we fill when our scripts come writes instead of what we guessed', async ({ page }) => {
  await signIn(page, 'early-focus@example.org')
  const scripts = await delayScripts(page)
  scripts.hold()
  await page.goto('/new', { waitUntil: 'commit' })
  const zone = page.getByLabel('Time zone of the conference')
  await zone.focus()
  scripts.arrive()
  await expect(zone).not.toHaveValue('')
  await page.keyboard.insertText('Asia/Kolkata')
  await expect(zone).toHaveValue('Asia/Kolkata')
})
