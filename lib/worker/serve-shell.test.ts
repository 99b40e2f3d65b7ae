import { expect, it } from 'vitest'
import { serveShell } from './serve-shell'

const page = (words: string) => `<!DOCTYPE html><html><body>${words}</body></html>\n`
const answer = (text: string, build = 'b1') => new Response(text, { headers: { 'x-hallway-build': build } })
const addresses = ['/offline/fr', '/offline/en']

/** What is shown, and what is kept afterwards. */
async function serve(kept: Record<string, Response>, loads: Record<string, Response> = {}) {
  const entries = new Map(Object.entries(kept))
  const works: Promise<unknown>[] = []
  const shown = await serveShell(addresses, {
    own: {
      match: async (address) => entries.get(String(address))?.clone(),
      put: async (address, answer) => void entries.set(String(address), answer),
    },
    load: async (address) => loads[address] ?? Promise.reject(new TypeError('no network')),
    build: 'b1',
    meanwhile: (work) => void works.push(work),
  })
  await Promise.all(works)
  const said = await Promise.all([...entries].map(async ([address, answer]) => [address, await answer.text()]))
  return { shown: await shown?.text(), kept: Object.fromEntries(said) }
}

const [french, english] = [page('Bonjour'), page('Hello')]

it('is the one that is kept, and nothing is fetched', async () => {
  const kept = { '/offline/fr': answer(french), '/offline/en': answer(english) }
  expect(await serve(kept, { '/offline/fr': answer(page('anew')) })).toEqual({
    shown: french,
    kept: { '/offline/fr': french, '/offline/en': english },
  })
})

const broken: [string, () => Response][] = [
  ['cut off', () => answer(french.slice(0, -20))],
  ['empty', () => answer('')],
  ['a hall’s sign-in page', () => new Response(page('Sign in to our Wi-Fi'))],
  ['of another build', () => answer(page('Older'), 'b0')],
  ['a failure', () => new Response(french, { status: 404, headers: { 'x-hallway-build': 'b1' } })],
]

it.each(broken)('is the next one, and is fetched anew, where it is %s', async (_, make) => {
  const kept = { '/offline/fr': make(), '/offline/en': answer(english) }
  expect(await serve(kept, { '/offline/fr': answer(french) })).toEqual({
    shown: english,
    kept: { '/offline/fr': french, '/offline/en': english },
  })
})

it.each(broken)('is none, and is fetched anew, where there is no other, and it is %s', async (_, make) => {
  const kept = { '/offline/fr': make() }
  expect(await serve(kept, { '/offline/fr': answer(french), '/offline/en': answer(english) })).toEqual({
    shown: undefined,
    kept: { '/offline/fr': french, '/offline/en': english },
  })
})

it('is the next one, and stays broken, where there is no network', async () => {
  const cut = french.slice(0, -20)
  expect(await serve({ '/offline/fr': answer(cut), '/offline/en': answer(english) })).toEqual({
    shown: english,
    kept: { '/offline/fr': cut, '/offline/en': english },
  })
})
