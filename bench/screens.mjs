// @ts-check
// Open screens: connections to a stream of pokes, and how long it takes until each has heard of a change.
import { connect } from 'node:net'

const DEADLINE_MS = 20_000
const OPENING_AT_ONCE = 200

/** @typedef {{ sockets: import('node:net').Socket[], onPoke: () => void }} Screens */

/** @param {URL} url of the stream @param {number} count @returns {Promise<Screens>} */
export async function openScreens(url, count) {
  const screens = { sockets: /** @type {import('node:net').Socket[]} */ ([]), onPoke: () => {} }
  while (screens.sockets.length < count) {
    const batch = Math.min(OPENING_AT_ONCE, count - screens.sockets.length)
    screens.sockets.push(...(await Promise.all(Array.from({ length: batch }, () => openScreen(url, screens)))))
  }
  return screens
}

/**
 * @param {URL} url
 * @param {{ onPoke: () => void }} screens
 * @returns {Promise<import('node:net').Socket>} after its first event
 */
function openScreen(url, screens) {
  return new Promise((done, fail) => {
    const socket = connect(Number(url.port), '127.0.0.1', () =>
      socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`),
    )
    let isOpen = false
    socket.on('data', (chunk) => {
      if (!chunk.includes('"version"')) return
      if (isOpen) screens.onPoke()
      isOpen = true
      done(socket)
    })
    socket.once('error', fail)
  })
}

/**
 * @param {Screens} screens
 * @param {() => Promise<unknown>} tell
 * @returns {Promise<number>} ms from the change to the last screen that heard of it
 */
export function untilAllHeard(screens, tell) {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error('Not every screen heard of the change')), DEADLINE_MS)
    const begun = performance.now()
    let heard = 0
    screens.onPoke = () => {
      if (++heard < screens.sockets.length) return
      clearTimeout(late)
      done(performance.now() - begun)
    }
    tell().catch(fail)
  })
}
