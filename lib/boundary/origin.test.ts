import { describe, expect, it } from 'vitest'
import { isForeignWrite } from './origin'

const publicUrl = 'https://hallway.example'
const write = (headers: Record<string, string>, method = 'POST') =>
  isForeignWrite({ method, headers: new Headers({ host: 'inner:3000', ...headers }) }, publicUrl)

describe('isForeignWrite', () => {
  it.each([
    ['a page of ours says so', { 'sec-fetch-site': 'same-origin' }],
    ['typed by the person', { 'sec-fetch-site': 'none' }],
    ['a page of ours under the name asked for', { origin: 'http://inner:3000' }],
    ['a page of ours under the public name', { origin: 'https://hallway.example' }],
    ['no browser', {}],
  ])('passes a write: %s', (_, headers) => {
    expect(write(headers)).toBe(false)
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://hallway.example' }],
    ['another site in an old browser', { origin: 'https://evil.example' }],
    ['our name on another port', { origin: 'http://inner:4000' }],
    ['a page without an origin', { origin: 'null' }],
  ])('stops a write: %s', (_, headers) => {
    expect(write(headers)).toBe(true)
    expect(write(headers, 'DELETE')).toBe(true)
  })

  it('lets everyone read', () => {
    expect(write({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(false)
  })
})
