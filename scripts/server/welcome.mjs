// @ts-check
// What `up` says when Hallway runs.
import { networkInterfaces } from 'node:os'

/** @param {{ host: string, port: number, folder: string, movedTo: string | undefined, isEmbedded: boolean }} running */
export function printWelcome({ host, port, folder, movedTo, isEmbedded }) {
  const here = `http://localhost:${port}`
  const lines = [
    ['Hallway runs at', process.env.HALLWAY_URL || (isLoopback(host) ? here : addressesOf(host, port).join('  '))],
    ...(isLoopback(host) ? [['On a phone', 'HOST=0.0.0.0 npm run up, for phones in this network']] : []),
    ['Sign in', `${here}/sign-in with any e-mail address; ${codeComes(host)}`],
    [
      'Data',
      movedTo
        ? `${folder}, and the database in ${movedTo}: its server may not pass this path and runs as an ordinary user`
        : isEmbedded
          ? folder
          : `${folder}, and the database that DATABASE_URL names`,
    ],
    ['Stop', 'Ctrl-C'],
  ]
  console.log(`\n${lines.map(([name = '', text]) => `  ${name.padEnd(16)} ${text}`).join('\n')}\n`)
}

/** @param {string} host */
function codeComes(host) {
  if (process.env.SMTP_URL) return 'the code comes by mail'
  const url = process.env.HALLWAY_URL
  const isLocal = isLoopback(host) && (!url || isLoopback(new URL(url).hostname))
  return isLocal ? 'the code is shown on the page and here' : 'set SMTP_URL, and the code comes by mail'
}

/** @param {string} host */
function isLoopback(host) {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** @param {string} host @param {number} port */
function addressesOf(host, port) {
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`]
  const networks = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family }) => family === 'IPv4')
  return networks.map(({ address, internal }) => `http://${internal ? 'localhost' : address}:${port}`)
}
