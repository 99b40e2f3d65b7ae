import { expect, type Browser, type Page } from '@playwright/test'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { bringInTable, makePublic } from '../../pages/bring-in-page'
import { Device } from '../../pages/device'
import { RecapPage } from '../../pages/recap-page'
import { signInByCode } from '../../pages/sign-in-page'
import { addressesOf } from '../../server-data'
import { heldHere } from '../../whole-data'
import { WholeServer } from '../../whole-server'

test.use({ serviceWorkers: 'allow' })

// A whole installation whose data folder is put back to yesterday's: what any device had must be everywhere in the end.

const slug = 'put-back'
const titles = ['Talk A', 'Talk B', 'Talk C', 'Talk D']
const table = [
  'Day,Start,End,Title,Room',
  ...titles.map((title, index) => `2026-03-24,${9 + index}:00,${9 + index}:30,${title},Hall`),
].join('\n')

type Name = 'phone' | 'tablet' | 'friend'
type Devices = Record<Name, Device>

async function newPage(browser: Browser, { url }: WholeServer): Promise<Page> {
  return (await browser.newContext({ baseURL: url })).newPage()
}

/** Two browsers of one person, and one of another's who is in their group, with what there was until yesterday. */
async function yesterday(browser: Browser, server: WholeServer): Promise<Devices> {
  const [one, two, three] = [
    await newPage(browser, server),
    await newPage(browser, server),
    await newPage(browser, server),
  ]
  await signInByCode(one, 'ann@example.org')
  await bringInTable(one, { name: slug, table, sessions: titles.length })
  await makePublic(one, slug)
  const addresses = await addressesOf(one, slug)
  const [phone, tablet, friend] = [
    new Device('phone', one, slug, addresses),
    new Device('tablet', two, slug, addresses),
    new Device('friend', three, slug, addresses),
  ]
  await phone.attend('Talk A', 'Yesterday quokkas were discussed.')
  await new RecapPage(one, slug).make('All days', 'What I saw')
  await one.goto(`/c/${slug}/together`)
  await one.getByLabel('Name of the group').fill('Team')
  await one.getByLabel('Your name').fill('Ada')
  await one.getByRole('button', { name: 'Make the group' }).click()
  const link = new URL(await one.getByLabel('Link', { exact: true }).inputValue()).pathname
  await signInByCode(three, 'ben@example.org', link)
  await three.getByLabel('Your name').fill('Ben')
  await three.getByRole('button', { name: 'Join' }).click()
  await phone.openTogether()
  await phone.writeTogether('We both hear this.')
  await signInByCode(two, 'ann@example.org')
  await tablet.open('Talk B')
  await whenKept(two, slug)
  await friend.open('Talk C')
  for (const device of [phone, tablet, friend]) await device.settled()
  return { phone, tablet, friend }
}

/** What they made since, online and without a network. */
async function today({ phone, tablet, friend }: Devices, recap: string): Promise<void> {
  await phone.open('Talk A')
  await phone.press('Plan B')
  await phone.press('Watch the replay')
  await phone.write('Talk A', ' Today llamas joined.')
  await phone.photograph()
  await phone.open('Talk B')
  await phone.press('I want to go')
  await phone.write('Talk B', 'All of this is new.')
  await phone.addTime('Dinner', '20:00', '21:00')
  await phone.openTogether()
  await phone.writeTogether(' And this today.')
  await phone.settled()
  await friend.openTogether()
  await expect(friend.ours).toHaveValue('We both hear this. And this today.')
  await friend.writeTogether(' Says Ben.')
  await friend.settled()
  await tablet.open('Talk C')
  await tablet.press('I want to go')
  await tablet.write('Talk C', 'Told before the train.')
  await tablet.settled()
  await tablet.page.goto(recap)
  await expect(text(tablet)).toBeVisible()
  await tablet.page.context().setOffline(true)
  await text(tablet).pressSequentially('A recap from the train.', { delay: 25 })
  await expect(tablet.page.getByText(/^On this device/)).toBeVisible()
  await tablet.open('Talk A')
  await tablet.press('Find the slides')
  await tablet.write('Talk A', ' From the train.')
  await tablet.photograph()
  await tablet.open('Talk D')
  await tablet.press('I want to go')
  await expect.poll(async () => (await heldHere(tablet.page)).waiting).toBeGreaterThan(2)
}

const text = ({ page }: Device) => page.getByRole('textbox', { name: 'Text', exact: true })

const orders: { title: string; order: readonly Name[]; stayOpen?: true }[] = [
  { title: 'one device first', order: ['phone', 'tablet', 'friend'] },
  { title: 'the other devices first', order: ['friend', 'tablet', 'phone'] },
  { title: 'pages that stayed open', order: ['tablet', 'phone', 'friend'], stayOpen: true },
]

for (const { title, order, stayOpen } of orders) {
  test(`what any device had is everywhere after the server was put back to yesterday’s data: ${title} @long`, async ({
    browser,
  }, info) => {
    test.skip(info.project.name !== 'phone', 'What the server and the stores hold is the same on a wide screen.')
    test.setTimeout(600_000)
    const server = await WholeServer.start()
    try {
      const devices = await yesterday(browser, server)
      await devices.phone.page.goto(`/c/${slug}/recaps`)
      const recap =
        (await devices.phone.page.getByRole('link', { name: 'What I saw' }).first().getAttribute('href')) ?? ''
      await server.copyData()
      await today(devices, recap)
      if (!stayOpen) for (const { page } of Object.values(devices)) await page.close()
      await server.putBack()

      await devices.tablet.page.context().setOffline(false)
      for (const name of order) {
        if (!stayOpen) devices[name] = await devices[name].reopened()
        await devices[name].page.goto(`/c/${slug}/plan`)
        await devices[name].settled()
      }
      await expectAll(devices, await signedInAnew(browser, server, devices.phone))
      await devices.tablet.page.goto(recap)
      await expect(text(devices.tablet)).toHaveValue(/^A recap from the train\./)
      await expect(devices.tablet.page.getByText(/^Saved · /)).toBeVisible()
    } finally {
      await server.remove()
    }
  })
}

/** A browser in which the same person signs in for the first time. */
async function signedInAnew(browser: Browser, server: WholeServer, { addresses }: Device): Promise<Device> {
  const page = await newPage(browser, server)
  await signInByCode(page, 'ann@example.org')
  return new Device('tablet', page, slug, addresses)
}

async function expectAll({ phone, tablet, friend }: Devices, fresh: Device): Promise<void> {
  for (const device of [phone, tablet, fresh]) {
    await device.open('Talk A')
    const whole = await device.settled()
    expect(whole.picks.map((pick) => pick.split(' ')[1])).toEqual(expect.arrayContaining(['planB']))
    expect(whole.picks.length).toBe(4)
    expect(whole.blocks.map((block) => block.split(' ')[0])).toEqual(['Dinner', 'Podcast'])
    expect(whole.attendances.map((attendance) => attendance.split(' ').slice(1))).toEqual([
      ['attended', 'true', 'true'],
    ])
    expect(whole.photos.map((photo) => photo.split(' ')[1])).toEqual(['true', 'true', 'true'])
    await expect(device.note('Talk A')).toHaveValue(/^Yesterday quokkas were discussed\..* Today llamas joined\./)
    await expect(device.note('Talk A')).toHaveValue(/ From the train\./)
    await expect(device.page.getByRole('button', { name: /^Show large/ })).toHaveCount(3)
    await device.open('Talk B')
    await expect(device.note('Talk B')).toHaveValue('All of this is new.')
    await device.open('Talk C')
    await expect(device.note('Talk C')).toHaveValue('Told before the train.')
  }
  for (const device of [phone, tablet, fresh, friend]) {
    await device.openTogether()
    await expect(device.ours).toHaveValue('We both hear this. And this today. Says Ben.')
  }
}
