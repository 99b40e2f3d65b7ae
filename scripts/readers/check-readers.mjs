// @ts-check `node scripts/readers/check-readers.mjs http://127.0.0.1:3000`: has the feeds of a running Hallway read by
// programs that Debian packages, and says where they see other events than ical.js does. For running by hand:
// apt-get install khal vdirsyncer calcurse gir1.2-ical-3.0 python3-gi python3-icalendar python3-feedparser
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv } from 'node:process'
import ICAL from 'ical.js'

const [, , home = 'http://127.0.0.1:3000'] = argv
const reading = new URL('read.py', import.meta.url).pathname

/** @typedef {[uid: string, start: string, end: string, summary: string, status: string]} Event */

const folder = mkdtempSync(join(tmpdir(), 'readers-'))
try {
  console.log(['feed', 'ical.js', 'libical', 'icalendar', 'vdirsyncer', 'khal', 'calcurse', 'feedparser'].join(' | '))
  for (const slug of await listSlugs()) await checkConference(slug)
} finally {
  rmSync(folder, { recursive: true })
}

/** The conferences that the front page of the installation shows. */
async function listSlugs() {
  const page = await (await fetch(`${home}/sitemap.xml`)).text()
  return [...new Set([...page.matchAll(/\/c\/([a-z0-9-]+)/g)].map(([, slug = '']) => slug))]
}

/** @param {string} slug */
async function checkConference(slug) {
  const url = `${home}/c/${slug}/schedule.ics`
  const [calendar, changes] = [join(folder, `${slug}.ics`), join(folder, `${slug}.xml`)]
  writeFileSync(calendar, Buffer.from(await (await fetch(url)).arrayBuffer()))
  writeFileSync(changes, Buffer.from(await (await fetch(`${home}/c/${slug}/changes.xml`)).arrayBuffer()))
  const events = byIcalJs(readFileSync(calendar, 'utf8'))
  const kept = byVdirsyncer(slug, url)
  const found = [
    countSame(events, byPython('libical', calendar)),
    countSame(events, byPython('icalendar', calendar)),
    // What it fetches over HTTP it names by its content.
    countSame(events.map(unnamed), kept.flatMap((file) => byIcalJs(file)).map(unnamed)),
    byKhal(slug, events),
    byCalcurse(slug, calendar),
    `${byPython('feedparser', changes).length} of ${await countChanges(slug)}`,
  ]
  console.log([slug, events.length, ...found].join(' | '))
}

/**
 * How many entries its feed of changes has to have: one for each session and version, the latest 200.
 * @param {string} slug
 */
async function countChanges(slug) {
  /** @type {{ sessionId: string, version: number }[]} */
  const changes = await (await fetch(`${home}/c/${slug}/changes.json`)).json()
  return Math.min(200, new Set(changes.map(({ sessionId, version }) => `${version} ${sessionId}`)).size)
}

/** @param {string} text @returns {Event[]} */
function byIcalJs(text) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => {
    /** @param {string} name */
    const said = (name) => {
      const value = event.getFirstPropertyValue(name)
      return value instanceof ICAL.Time ? value.toICALString() : String(value ?? '')
    }
    return [said('uid'), said('dtstart'), said('dtend'), said('summary'), said('status')]
  })
}

/** @param {'libical' | 'icalendar' | 'feedparser'} library @param {string} file @returns {Event[]} */
function byPython(library, file) {
  // Debian's own: the libraries are its packages.
  const said = execFileSync('/usr/bin/python3', [reading, library, file], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  return JSON.parse(said)
}

/**
 * Subscribes to a calendar, twice, and gives what then lies in the folder.
 * @param {string} slug @param {string} url @returns {string[]} a calendar for each event
 */
function byVdirsyncer(slug, url) {
  const [config, kept] = [join(folder, `${slug}.vdirsyncer`), join(folder, slug)]
  mkdirSync(kept)
  writeFileSync(
    config,
    `[general]\nstatus_path = "${folder}/status-${slug}"\n` +
      `[pair it]\na = "there"\nb = "here"\ncollections = null\nconflict_resolution = "a wins"\n` +
      `[storage there]\ntype = "http"\nurl = "${url}"\n` +
      `[storage here]\ntype = "filesystem"\npath = "${kept}"\nfileext = ".ics"\n`,
  )
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync('vdirsyncer', ['-c', config, ...args], { input: 'y\n'.repeat(9), stdio: ['pipe', 'ignore', 'ignore'] })
  run('discover')
  run('sync')
  run('sync')
  return readdirSync(kept).map((name) => readFileSync(join(kept, name), 'utf8'))
}

/** @param {Event} event @returns {Event} */
function unnamed([, ...said]) {
  return ['', ...said]
}

/** How many events khal lists, of what vdirsyncer left. @param {string} slug @param {Event[]} events */
function byKhal(slug, events) {
  const config = join(folder, `${slug}.khal`)
  writeFileSync(
    config,
    `[calendars]\n[[it]]\npath = ${join(folder, slug)}\n[sqlite]\npath = ${join(folder, `${slug}.db`)}\n` +
      `[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n` +
      `longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
  )
  const days = events.map(([, start]) => start.slice(0, 8)).sort()
  const day = (/** @type {string} */ text) => text.replace(/^(....)(..)(..)$/, '$1-$2-$3')
  if (days.length === 0) return 0
  const range = [day(days[0] ?? ''), day(days.at(-1) ?? '')]
  const args = ['-c', config, 'list', '--once', '--format', 'UID {uid}', ...range]
  const listed = execFileSync('khal', args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  return new Set([...listed.matchAll(/UID (\S+)/g)].map(([, uid]) => uid)).size
}

/** How many events calcurse says it took in. @param {string} slug @param {string} file */
function byCalcurse(slug, file) {
  const place = join(folder, `${slug}.calcurse`)
  mkdirSync(place)
  const said = execFileSync('calcurse', ['-D', place, '-C', place, '-i', file], { encoding: 'utf8' })
  const [, apps = '0', events = '0'] = /(\d+) apps? \/ (\d+) events?/.exec(said) ?? []
  return Number(apps) + Number(events)
}

/** @param {Event[]} events @param {Event[]} others */
function countSame(events, others) {
  const known = new Set(others.map((event) => JSON.stringify(event)))
  return events.filter((event) => known.has(JSON.stringify(event))).length
}
