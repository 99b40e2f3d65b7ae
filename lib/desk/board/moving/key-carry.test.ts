import { expect, it } from 'vitest'
import { boardRoom, boardSession } from '@/tests/factories/board-session'
import { layOutBoard } from '../layout/board-day'
import { edgeOf, landed, steer, takeUp, type KeyCarry } from './key-carry'

const iso = (time: string) => `2026-03-24T${time}:00.000Z`
const talk = boardSession('talk', { startAt: iso('09:00'), endAt: iso('09:30'), roomIds: ['hall'] })
const waiting = boardSession('waiting')
const published = [talk, waiting]
const rooms = ['hall', 'loft'].map(boardRoom)
const day = layOutBoard({ rooms, published, sessions: published, day: '2026-03-24', timeZone: 'UTC' })

function carry(of: typeof talk, ...keys: string[]): string[] {
  const taken = takeUp([of], of.roomIds[0] ?? null, day, { left: 0, top: 960 })
  if (!taken) throw new Error('nothing is carried')
  const steered = keys.reduce<KeyCarry>((now, key) => {
    const [, shift, name = ''] = /^(\+?)(.*)$/.exec(key) ?? []
    return steer(now, name, shift === '+', day) ?? now
  }, taken)
  return landed(steered, day).map(({ place }) =>
    [place.startAt?.slice(11, 16), place.endAt?.slice(11, 16), ...place.roomIds].join(' '),
  )
}

it('goes by five minutes, by the hour, and from room to room', () => {
  expect(carry(talk)).toEqual(['09:00 09:30 hall'])
  expect(carry(talk, 'ArrowDown', 'ArrowDown', 'ArrowRight')).toEqual(['09:10 09:40 loft'])
  expect(carry(talk, 'PageDown', 'ArrowUp')).toEqual(['09:55 10:25 hall'])
  expect(carry(talk, 'ArrowLeft', 'Home')).toEqual(['09:00 09:30 hall'])
  expect(carry(talk, 'ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual(['09:00 09:30'])
})

it('stays within the day, and is five minutes long at least', () => {
  expect(carry(talk, ...Array<string>(9).fill('PageUp'))).toEqual(['07:00 07:30 hall'])
  expect(carry(talk, ...Array<string>(20).fill('PageDown'))).toEqual(['20:30 21:00 hall'])
  expect(carry(talk, '+ArrowDown', '+ArrowDown')).toEqual(['09:00 09:40 hall'])
  expect(carry(talk, '+PageUp')).toEqual(['09:00 09:05 hall'])
})

it('says which edge holds it', () => {
  const taken = takeUp([talk], 'hall', day, { left: 0, top: 0 })
  if (!taken) throw new Error('nothing is carried')
  const after = (keys: readonly string[], isLonger = false) =>
    keys.reduce<KeyCarry>((now, key) => steer(now, key, isLonger, day) ?? now, taken)
  const [top, foot] = [after(Array(20).fill('PageUp')), after(Array(20).fill('PageDown'))]
  const short = after(['PageUp'], true)
  const last = after(['ArrowRight', 'ArrowRight', 'ArrowRight'])
  expect([
    edgeOf(taken, 'ArrowUp', false, day),
    edgeOf(top, 'PageUp', false, day),
    edgeOf(top, 'ArrowDown', false, day),
    edgeOf(foot, 'ArrowDown', false, day),
    edgeOf(short, 'ArrowUp', true, day),
    edgeOf(taken, 'ArrowLeft', false, day),
    edgeOf(last, 'ArrowRight', false, day),
    edgeOf(top, 'Home', false, day),
  ]).toEqual([null, 'before', null, 'after', 'shortest', 'aside', 'aside', null])
})

it('brings what has no time to where one looks', () => {
  expect(carry(waiting, 'ArrowRight')).toEqual(['11:00 11:30 loft'])
})
