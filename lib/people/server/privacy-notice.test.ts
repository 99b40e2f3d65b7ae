import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPrivacyNotice } from './privacy-notice'

const folder = async (files: Record<string, string>) => {
  const HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-privacy-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(HALLWAY_DATA, name), text)
  return { HALLWAY_DATA }
}

it('says nothing where nobody said anything', async () => {
  expect(await readPrivacyNotice(await folder({}), 'en')).toEqual({
    responsible: null,
    contact: null,
    hosting: null,
    more: null,
  })
})

it('says who answers for it, and reads a file in the reader’s language before one for all', async () => {
  const env = {
    ...(await folder({ 'privacy.md': '# More', 'privacy.fr.md': '# Plus' })),
    HALLWAY_PRIVACY_RESPONSIBLE: 'An association',
    HALLWAY_PRIVACY_CONTACT: 'privacy@example.org',
    HALLWAY_PRIVACY_HOSTING: 'A cellar',
  }
  const said = {
    responsible: 'An association',
    contact: { text: 'privacy@example.org', href: 'mailto:privacy@example.org' },
    hosting: 'A cellar',
  }
  expect(await readPrivacyNotice(env, 'en')).toEqual({ ...said, more: '# More' })
  expect(await readPrivacyNotice(env, 'fr')).toEqual({ ...said, more: '# Plus' })
})

it.each([
  ['https://example.org/ask', 'https://example.org/ask'],
  ['javascript:alert(1)', null],
  ['data:text/html,hi', null],
  ['by post, to the above', null],
  ['"a"<b>@c', null],
])('links a way to ask that is an address, and no other: %s', async (text, href) => {
  const env = { ...(await folder({})), HALLWAY_PRIVACY_CONTACT: text }
  expect((await readPrivacyNotice(env, 'en')).contact).toEqual({ text, href })
})

it('reads no more of a file than anybody would, and goes on where it cannot be read', async () => {
  const env = await folder({ 'privacy.md': 'a'.repeat(200_000) })
  expect((await readPrivacyNotice(env, 'en')).more).toHaveLength(100_000)
  const broken = await folder({})
  await mkdir(join(broken.HALLWAY_DATA, 'privacy.md'))
  expect((await readPrivacyNotice(broken, 'en')).more).toBeNull()
})
