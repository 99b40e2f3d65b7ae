import { expect, type Page } from '@playwright/test'
import { makeConference, signIn } from '../beforehand'
import { test } from '../journey'
import { takePicture } from '../picture'

// Names of letters that run from right to left alone; one turns what follows around and never turns back.
const [talk, room, speaker, turned, track] = ['שיחה', 'אולם', 'אבי', '\u202Eדנה', 'מסלול']
const table =
  `Day,Start,End,Title,Room,Track,Speakers\n2027-06-01,20:45,21:15,${talk},${room},${track},"${turned}; ` +
  `${speaker}"\n2027-06-01,21:00,21:30,${talk} ב,${room},${track},${speaker}\n2027-06-01,22:00,22:30,Nowhere ` +
  `yet,,,\n2027-06-01,,,Someday,,,`

/** All screens in the long run; else those on which names stand closest. */
function lookedAt(places: readonly string[]): readonly string[] {
  return process.env.HALLWAY_LONG ? places : places.slice(0, 6)
}

/**
 * Where on the page letters from right to left share a line with anything that they could turn around, or that turns
 * them: each must stand alone in an isolate of markup (bdi, dir) or of text.
 */
function entangled(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const [rightToLeft, other] = [/[\u0590-\u05FF\u202E]/, /[A-Za-z0-9·(]/]
    const isolate = (element: Element) => element.matches('bdi,[dir]:not(html)')
    const holder = (node: Node) => {
      let at = node.parentElement
      while (
        at &&
        !isolate(at) &&
        !/^(block|flex|grid|list-item|table-cell|inline-block|inline-flex)$/.test(getComputedStyle(at).display)
      )
        at = at.parentElement
      return at
    }
    const ownText = (of: Element) => {
      const walker = document.createTreeWalker(of, NodeFilter.SHOW_TEXT)
      let said = ''
      while (walker.nextNode()) if (holder(walker.currentNode) === of) said += walker.currentNode.nodeValue ?? ''
      return said.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, '')
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = new Set<string>()
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (
        !rightToLeft.test(node.nodeValue ?? '') ||
        node.parentElement?.closest('script,style,option,textarea,noscript')
      )
        continue
      const at = holder(node)
      const said = at ? ownText(at) : ''
      // A sentence runs as its own language does, whatever name it begins with.
      if (at && node.nodeValue?.includes('\u2068') && /[A-Za-z]/.test(said) && getComputedStyle(at).direction === 'rtl')
        found.add(`${at.tagName}.${at.className}: ${node.nodeValue}`)
      if (at && rightToLeft.test(said) && other.test(said)) found.add(`${at.tagName}.${at.className}: ${said}`)
    }
    return [...found]
  })
}

test('no name of somebody else’s turns around what stands beside it, on any screen @looks', async ({
  page,
  isMobile,
}, info) => {
  test.skip(!isMobile, 'It looks at each screen on both widths.')
  test.setTimeout(120_000)
  const slug = `outside-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/schedule/2027-06-01`)
  await expect(page.getByText(talk).first()).toBeVisible()
  await takePicture(page, info, 'outside-day')
  const session = (await page.locator(`a[href*="/sessions/"]`).first().getAttribute('href')) ?? ''
  await page.goto(session)
  await page
    .getByRole('button', { name: 'First choice' })
    .or(page.getByRole('button', { name: 'Want to go' }))
    .first()
    .click()
  await takePicture(page, info, 'outside-session')
  expect(await entangled(page)).toEqual([])
  const found: Record<string, string[]> = {}
  const places = [
    session,
    `/c/${slug}`,
    `/c/${slug}/schedule/2027-06-01`,
    `/c/${slug}/plan`,
    `/c/${slug}/rooms`,
    `/c/${slug}/notes`,
    `/c/${slug}/together`,
    `/c/${slug}/changes`,
    `/c/${slug}/recaps`,
    ...['', '/sessions', '/rooms', '/tracks', '/announcements', '/stewards', '/walks', '/people', '/sources'].map(
      (part) => `/c/${slug}/manage${part}`,
    ),
    '/',
  ]
  for (const place of lookedAt(places)) {
    await page.goto(place)
    await expect(page.locator('main')).toBeVisible()
    await page.waitForLoadState('networkidle')
    const here = await entangled(page)
    await page.setViewportSize({ width: 1280, height: 800 })
    // There a grid takes the place of the list.
    if (place.includes('/schedule/')) await expect(page.locator('[data-grid-cell]').first()).toBeVisible()
    const onDesktop = await entangled(page)
    await page.setViewportSize({ width: 390, height: 844 })
    if (here.length + onDesktop.length > 0) found[place.replace(slug, '…')] = [...here, ...onDesktop]
  }
  expect(found).toEqual({})
  // What is too long is cut at its own end.
  await page.goto(`/c/${slug}/manage/wall`)
  const title = page.locator('main .truncate').filter({ hasText: talk })
  await expect(title.first()).toBeVisible()
  expect(new Set(await title.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction)))).toEqual(
    new Set(['rtl']),
  )
})

/** Letters that stand in another order than they are shown in, outside of where one writes. */
function turnedAround(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = [document.title].filter((title) => /[\u202D\u202E]/.test(title))
    while (walker.nextNode()) {
      const said = walker.currentNode.nodeValue ?? ''
      if (/[\u202D\u202E]/.test(said) && !walker.currentNode.parentElement?.closest('script,style,textarea,noscript'))
        found.push(said)
    }
    return found
  })
}

test('no name reads as another than it is, wherever it stands @looks', async ({ page, isMobile }, info) => {
  test.skip(!isMobile, 'What stands in a document is the same at any width.')
  test.setTimeout(120_000)
  const [slug, disguised] = [`disguised-${info.project.name}`, '\u202Egnp.exe']
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, {
    name: slug,
    table:
      `Day,Start,End,Title,Room,Track,Speakers\n2027-06-01,20:45,21:15,Talk ${disguised},Room ${disguised},Track ` +
      `${disguised},Ann ${disguised}\n2027-06-01,22:00,22:30,Other,Hall,,`,
  })
  await page.goto(`/c/${slug}/manage/settings`)
  await page.getByLabel('Name', { exact: true }).fill(`Days ${disguised}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.goto(`/c/${slug}/together`)
  await page.getByLabel('Name of the group').fill(`Group ${disguised}`)
  await page.getByLabel('Your name').fill(`Bob ${disguised}`)
  await page.getByRole('button', { name: 'Make the group' }).click()
  const joining = new URL(await page.getByLabel('Link', { exact: true }).inputValue()).pathname
  await page.goto(`/c/${slug}/notes`)
  await page.getByRole('link', { name: 'New note' }).click()
  await page.getByPlaceholder('Where (optional)').fill(`At ${disguised}`)
  await page.getByRole('textbox', { name: 'Text of the note' }).pressSequentially(`Note ${disguised}`)
  await page.waitForURL('**/notes/*-*')
  await expect(page.getByText('On the server', { exact: true })).toBeVisible()
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: `${disguised}.txt`, mimeType: 'text/plain', buffer: Buffer.from('no picture') })
  await expect(page.getByText('gnp.exe', { exact: false }).last()).toBeVisible()
  const found: Record<string, string[]> = {}
  const note = new URL(page.url()).pathname
  const places = [
    note,
    joining,
    `/c/${slug}/together`,
    '/notes',
    `/c/${slug}/notes`,
    `/c/${slug}`,
    `/c/${slug}/schedule/2027-06-01`,
    `/c/${slug}/sessions/1`,
    `/c/${slug}/rooms`,
    ...['speakers', 'tracks', 'colocated'].map((list) => `/c/${slug}/${list}`),
    `/c/${slug}/recaps`,
    ...['/sessions', '/sessions/1', '/rooms', '/tracks', '/stewards', '/announcements', '/wall', '/walks'].map(
      (part) => `/c/${slug}/manage${part}`,
    ),
    '/',
  ]
  for (const place of lookedAt(places)) {
    if (place !== note) await page.goto(place)
    await expect(page.locator('main')).toBeVisible()
    await page.waitForLoadState('networkidle')
    const here = await turnedAround(page)
    if (here.length > 0) found[place] = here
  }
  expect(found).toEqual({})
  await page.goto(`/c/${slug}/notes`)
  await expect(page.getByText('Note gnp.exe').first()).toBeVisible()
  await takePicture(page, info, 'disguised-notes')
})

test('the grid has what has no room yet, and what has no time', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'A phone has the list.')
  const slug = `roomless-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/schedule/2027-06-01`)
  await expect(page.getByText('4 sessions')).toBeVisible()
  await expect(page.getByRole('region', { name: 'No room yet' }).getByText('Nowhere yet')).toBeVisible()
  await expect(page.getByText('Someday')).toBeVisible()
})

for (const [timeZoneId, said, place] of [
  ['Pacific/Auckland', 'Wed 2 Jun 06:45', 'Auckland'],
  ['Pacific/Honolulu', '08:45', 'Honolulu'],
] as const) {
  test.describe(place, () => {
    test.use({ timezoneId: timeZoneId })

    test(`a visitor from ${place} reads the day of their own clock beside its times`, async ({ page }, info) => {
      const slug = `${place.toLowerCase()}-${info.project.name}`
      await signIn(page, `${slug}@example.org`)
      await makeConference(page, { name: slug, table })
      await page.goto(`/c/${slug}/schedule/2027-06-01`)
      await page.getByRole('button', { name: `Show ${place}` }).click()
      await expect(page.getByText(new RegExp(`${said}\\s?–`)).first()).toBeVisible()
      await takePicture(page, info, `zone-${place.toLowerCase()}`)
      await page.getByRole('link', { name: 'Nowhere yet' }).first().click()
      await expect(
        page.getByText(place === 'Auckland' ? 'Wednesday 2 June 2027 08:00–08:30' : 'Tuesday 1 June 2027 10:00–10:30'),
      ).toBeVisible()
    })
  })
}
