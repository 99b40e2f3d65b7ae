import { expect, type Browser, type Page, type TestInfo } from '@playwright/test'
import { test } from '../../journey'
import { signInByCode } from '../../pages/sign-in-page'
import { badge, note } from '../../pages/note-box'
import { addressesOf, notesOnServer } from '../../server-data'

// What is typed letter by letter as people do, through many saves, on slow processors, stores and networks, by one and
// by several at once. Services that answer in the page's place would stand before the slow wire.
const slug = 'hallway-days'
const said = 'the quokka kept its calm while every slide of the talk was about llamas and nobody laughed at all'.split(
  ' ',
)
const repeats = process.env.HALLWAY_LONG ? 30 : 1

type Slowness = { /** Of the processor. */ times?: number; store?: boolean; wire?: boolean }

/** A page whose processor, store and network are as slow as this. */
async function slowDown(page: Page, { times = 1, store = false, wire = false }: Slowness): Promise<void> {
  if (times > 1)
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: times })
  if (store) await page.addInitScript(slowStore)
  if (wire)
    await page.route('**/api/v1/**', (route) =>
      setTimeout(() => void route.continue().catch(() => undefined), 200 + 600 * Math.random()),
    )
}

/** Each write waits behind many reads of its own transaction. */
function slowStore(): void {
  const { put, add } = IDBObjectStore.prototype
  const wait = (store: IDBObjectStore) => {
    for (let reads = 0; reads < 300; reads++) store.count()
  }
  IDBObjectStore.prototype.put = function (...args) {
    wait(this)
    return put.apply(this, args)
  }
  IDBObjectStore.prototype.add = function (...args) {
    wait(this)
    return add.apply(this, args)
  }
}

/** Types words with 60 to 200 ms a letter. @param after at the end of this, which stands once in the text */
async function type(page: Page, words: readonly string[], after?: string): Promise<void> {
  await note(page).focus()
  if (after !== undefined)
    await note(page).evaluate(
      (area, text) =>
        area instanceof HTMLTextAreaElement &&
        area.setSelectionRange(area.value.indexOf(text) + text.length, area.value.indexOf(text) + text.length),
      after,
    )
  for (const word of words) await page.keyboard.type(`${word} `, { delay: 60 + 140 * Math.random() })
}

/** Composes words as keyboards for Japanese do: each letter replaces what was composed so far. */
async function compose(page: Page, words: readonly string[], after: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  await type(page, [], after)
  for (const word of words) {
    for (let end = 1; end <= word.length; end++) {
      await keyboard.send('Input.imeSetComposition', {
        text: word.slice(0, end),
        selectionStart: end,
        selectionEnd: end,
      })
      await new Promise((done) => setTimeout(done, 60 + 140 * Math.random()))
    }
    await keyboard.send('Input.insertText', { text: word })
  }
}

/**
 * Looks every 100 ms whether the badge says "On the server" of what is not there.
 * @returns what it said wrongly, once stopped
 */
function watchBadge(page: Page): () => Promise<string[]> {
  const lies: string[] = []
  let [stopped, seen] = [false, 0]
  const watching = (async () => {
    while (!stopped) {
      const { text, state } = await page.evaluate(() => ({
        text: document.querySelector<HTMLTextAreaElement>('#notes textarea')?.value ?? '',
        state: document.querySelector('#notes textarea')?.parentElement?.innerText ?? '',
      }))
      if (state.includes('On the server')) {
        seen++
        const [server = ''] = await notesOnServer(page)
        // Each writes at the end of a line of their own: what is shown of it is a beginning of what is there.
        const lines = server.split('\n')
        if (!text.split('\n').every((line, index) => (lines[index] ?? '').startsWith(line)))
          lies.push(`${text} / ${server}`)
      }
      await new Promise((done) => setTimeout(done, 100))
    }
  })()
  return async () => {
    await expect.poll(() => seen, 'the badge is seen to say "On the server"').toBeGreaterThan(0)
    stopped = true
    await watching
    return lies
  }
}

/** Ways in which a page ends, and the page that comes after. */
const leavings: [string, (page: Page) => Promise<Page>][] = [
  [
    'is loaded again',
    async (page) => {
      await page.reload()
      return page
    },
  ],
  [
    'is closed',
    async (page) => {
      const next = await page.context().newPage()
      await page.close()
      return next
    },
  ],
]

async function openSession(page: Page, nth: number): Promise<void> {
  const addresses = [...(await addressesOf(page, slug)).values()].sort()
  await page.goto(addresses[nth % addresses.length] ?? '')
  await expect(note(page)).toBeEditable()
}

async function person(page: Page, info: TestInfo, nth: number): Promise<void> {
  await signInByCode(page, `types-${info.testId}-${nth}-${info.repeatEachIndex}@example.org`)
}

/** Another phone of who is signed in on a page, or another tab of theirs. */
async function another(browser: Browser, page: Page, kind: 'phone' | 'tab'): Promise<Page> {
  if (kind === 'tab') return page.context().newPage()
  return (
    await browser.newContext({
      storageState: await page.context().storageState(),
    })
  ).newPage()
}

async function oneTypes(
  page: Page,
  info: TestInfo,
  { slow, nth = 0, count }: { slow: Slowness; nth?: number; count: number },
): Promise<void> {
  await person(page, info, nth)
  await slowDown(page, slow)
  await openSession(page, nth)
  const stop = watchBadge(page)
  const words = said.slice(0, count)
  const text = words.map((word) => `${word} `).join('')
  await type(page, words)
  await expect(badge(page)).toHaveText('On the server')
  expect({ lies: await stop(), screen: await note(page).inputValue(), server: await notesOnServer(page) }).toEqual({
    lies: [],
    screen: text,
    server: [text],
  })
  await page.reload()
  await expect(note(page)).toHaveValue(text)
}

async function guestTypes(
  page: Page,
  { slow, nth = 0, count }: { slow: Slowness; nth?: number; count: number },
): Promise<void> {
  await page.goto('/')
  await slowDown(page, slow)
  await openSession(page, nth)
  const words = said.slice(0, count)
  await type(page, words)
  await expect(badge(page)).toHaveText('On this device')
  await page.reload()
  await expect(note(page)).toHaveValue(words.map((word) => `${word} `).join(''))
}

async function severalType(
  browser: Browser,
  page: Page,
  info: TestInfo,
  {
    others,
    slow,
    nth = 0,
    count,
  }: { others: readonly ('phone' | 'tab')[]; slow: Slowness; nth?: number; count: number },
): Promise<void> {
  await person(page, info, nth)
  await openSession(page, nth)
  const lines = ['a', 'b', 'c'].slice(0, others.length + 1)
  await note(page).fill(lines.map((line) => `${line}:`).join('\n'))
  await expect(badge(page)).toHaveText('On the server')
  const pages = [page]
  for (const kind of others) pages.push(await another(browser, page, kind))
  for (const each of pages) {
    await slowDown(each, slow)
    await openSession(each, nth)
    await expect(note(each)).toHaveValue(lines.map((line) => `${line}:`).join('\n'))
  }
  const stop = watchBadge(page)
  await Promise.all(
    pages.map((each, index) => type(each, said.slice(index * 2, index * 2 + count), `${lines[index]}:`)),
  )
  const text = lines
    .map(
      (line, index) =>
        `${line}:${said
          .slice(index * 2, index * 2 + count)
          .map((word) => `${word} `)
          .join('')}`,
    )
    .join('\n')
  for (const each of pages) {
    await expect(note(each)).toHaveValue(text)
    await expect(badge(each)).toHaveText('On the server')
  }
  expect({ lies: await stop(), server: await notesOnServer(page) }).toEqual({ lies: [], server: [text] })
  await page.reload()
  await expect(note(page)).toHaveValue(text)
  for (const each of pages.slice(1)) await each.close()
}

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'Wide screens type in the long runs.')

  test('one who types through many saves loses no letter, and the badge says nothing untrue', async ({
    page,
  }, info) => {
    await oneTypes(page, info, { slow: { times: 4, store: true, wire: true }, count: 10 })
  })

  test('a guest loses no letter @long', async ({ page }) => {
    await guestTypes(page, { slow: { times: 4, store: true }, count: 6 })
  })

  test('two phones and a tab that type into one note at once lose no letter', async ({ page, browser }, info) => {
    await severalType(browser, page, info, { others: ['phone', 'tab'], slow: { wire: true }, count: 6 })
  })

  test('words that a keyboard composes are whole though another tab writes and the network comes and goes', async ({
    page,
    browser,
    context,
  }, info) => {
    await person(page, info, 0)
    await openSession(page, 0)
    await note(page).fill('a:\nb:')
    await expect(badge(page)).toHaveText('On the server')
    const other = await another(browser, page, 'tab')
    await openSession(other, 0)
    await expect(note(other)).toHaveValue('a:\nb:')
    const flapping = setInterval(() => void context.setOffline(Math.random() < 0.5).catch(() => undefined), 400)
    await Promise.all([compose(page, ['こんにちは', '世界', 'ありがとう'], 'a:'), type(other, said.slice(0, 5), 'b:')])
    clearInterval(flapping)
    await context.setOffline(false)
    const text = `a:こんにちは世界ありがとう\nb:${said
      .slice(0, 5)
      .map((word) => `${word} `)
      .join('')}`
    for (const each of [page, other]) {
      await expect(note(each)).toHaveValue(text)
      await expect(badge(each)).toHaveText('On the server')
    }
    expect(await notesOnServer(page)).toEqual([text])
  })

  for (const [name, leave] of leavings) {
    test(`what was typed in the last moment before a page ${name} is kept, in an old note and in a new one`, async ({
      page,
    }, info) => {
      await person(page, info, 0)
      await slowDown(page, { times: 4, store: true })
      await openSession(page, 0)
      await note(page).focus()
      await page.keyboard.type('Begun and left')
      const next = await leave(page)
      await openSession(next, 0)
      await expect(note(next)).toHaveValue('Begun and left')
      await expect(badge(next)).toHaveText('On the server')
      await note(next).focus()
      await next.keyboard.press('End')
      await next.keyboard.type(' again')
      const last = await leave(next)
      await openSession(last, 0)
      await expect(note(last)).toHaveValue('Begun and left again')
      await expect(badge(last)).toHaveText('On the server')
      expect({
        server: await notesOnServer(last),
        kept: await last.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hallway-letters'))),
      }).toEqual({ server: ['Begun and left again'], kept: [] })
    })
  }

  test('what was typed in the last moment before somebody signs out in another tab is kept', async ({
    page,
    browser,
  }, info) => {
    await person(page, info, 0)
    await openSession(page, 0)
    await note(page).fill('Before')
    await expect(badge(page)).toHaveText('On the server')
    const other = await another(browser, page, 'tab')
    await other.goto('/api/health')
    const id = await other.evaluate(() => localStorage.getItem('hallway-viewer') ?? '')
    await page.evaluate(() => addEventListener('storage', () => document.body.setAttribute('data-told', '')))
    await note(page).focus()
    await page.keyboard.type(' and after')
    await other.evaluate(() => localStorage.removeItem('hallway-viewer'))
    await expect(page.locator('[data-told]')).toHaveCount(1)
    await other.evaluate((viewer) => localStorage.setItem('hallway-viewer', viewer), id)
    await page.reload()
    await expect(note(page)).toHaveValue('Before and after')
  })
})

test.describe('again and again @long', () => {
  test.setTimeout(180_000)
  for (let nth = 0; nth < repeats; nth++) {
    const slow = { times: [1, 4, 6][nth % 3] ?? 1, store: nth % 4 < 2, wire: nth % 8 < 4 }
    if (nth % 2 === 0)
      test(`one types, ${nth}`, ({ page }, info) =>
        oneTypes(page, info, { slow: { ...slow, times: 4 }, nth, count: said.length }))
    else
      test(`a guest types, ${nth}`, ({ page }) =>
        guestTypes(page, { slow: { ...slow, times: 4 }, nth, count: said.length }))
    const others = ([['tab'], ['phone', 'tab'], ['phone']] as const)[nth % 3] ?? []
    test(`${others.length + 1} type, ${nth}`, ({ page, browser }, info) =>
      severalType(browser, page, info, { others, slow, nth, count: 12 }))
  }
})
