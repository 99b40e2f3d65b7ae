// What a letter costs in the middle of a note that is as long as a note may be, beside a bare text area with the same
// text: node bench/long-note.mjs http://localhost:3000 [slowdown of the CPU]
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'

const [base = 'http://localhost:3000', slowdown = '1'] = process.argv.slice(2)
const SLUG = 'kubecon-eu-2026'
const LENGTH = 195_000
// So many letters, each with the time in which a saving of the ones before may come between.
const [LETTERS, PAUSE_MS] = [40, 150]
const text = 'some words about quokkas, and more\n'.repeat(LENGTH).slice(0, LENGTH)

const browser = await chromium.launch(findBrowser())
const page = await browser.newPage({ viewport: { width: 390, height: 844 }, baseURL: base })
const devtools = await page.context().newCDPSession(page)
const area = page.locator('textarea').first()

await page.setContent('<textarea style="field-sizing: content; width: 100%"></textarea>')
const bare = await typing()
const { sessions } = await (await page.request.get(`/c/${SLUG}/agenda.json`)).json()
await page.goto(`/c/${SLUG}/sessions/${sessions.find(({ kind }) => kind === 'talk').slug}`)
await page.locator('textarea[aria-busy=false]').first().waitFor()
const note = await typing()
console.table({ 'a bare text area': bare, 'a note': note })
console.log(`A letter in a note takes ${(note.median / bare.median).toFixed(1)} times as long.`)
await browser.close()

/** Milliseconds from a key to where the browser takes the next one. */
async function typing() {
  await area.evaluate((element, value) => {
    element.value = value
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    element.focus()
    element.setSelectionRange(value.length / 2, value.length / 2)
  }, text)
  // The first save of all that is not what a letter costs.
  await page.waitForTimeout(3_000)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(slowdown) })
  const times = []
  for (let letter = 0; letter < LETTERS; letter++) {
    const begun = performance.now()
    await page.keyboard.type(letter % 6 === 5 ? ' ' : 'a')
    times.push(performance.now() - begun)
    await page.waitForTimeout(PAUSE_MS)
  }
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const sorted = times.toSorted((a, b) => a - b)
  return { median: Math.round(sorted[LETTERS / 2]), slowest: Math.round(sorted[LETTERS - 1]) }
}
