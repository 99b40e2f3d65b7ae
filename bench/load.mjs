// @ts-check Requests a second, by wrk where it is installed, else by a loop of our own that is slower but the same for
// both sides.
import { spawnSync } from 'node:child_process'
import { Agent, get } from 'node:http'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'

const CONNECTIONS = 32
const hasWrk = spawnSync('wrk', ['-v']).error === undefined

/**
 * @param {{ url: string, headers: Record<string, string>, seconds: number }} load
 * @returns {Promise<number>} answers a second
 */
export function measure(load) {
  return hasWrk ? Promise.resolve(measureByWrk(load)) : measureByLoop(load)
}

/** @param {{ url: string, headers: Record<string, string>, seconds: number }} load */
function measureByWrk({ url, headers, seconds }) {
  const options = [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
  ]
  const { stdout } = spawnSync('wrk', [...options, url], { encoding: 'utf8' })
  if (/Non-2xx or 3xx/.test(stdout)) throw new Error(`${url} answered with errors:\n${stdout}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
}

/** @param {{ url: string, headers: Record<string, string>, seconds: number }} load @returns {Promise<number>} */
function measureByLoop(load) {
  return new Promise((done, fail) =>
    new Worker(new URL(import.meta.url), { workerData: load }).once('message', done).once('error', fail),
  )
}

/** @param {{ url: string, headers: Record<string, string>, seconds: number }} load */
async function loop({ url, headers, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const end = performance.now() + seconds * 1000
  let answers = 0
  const ask = () =>
    new Promise((done, fail) =>
      get(url, { agent, headers }, (answer) => answer.resume().once('end', done)).once('error', fail),
    )
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (; performance.now() < end; answers++) await ask()
    }),
  )
  agent.destroy()
  return answers / seconds
}

if (!isMainThread) parentPort?.postMessage(await loop(workerData))
