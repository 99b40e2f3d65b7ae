// @ts-check
// Progress: one line a step, with its time; on a terminal the line of the present step counts along.

const QUIET_MS = 15_000

/**
 * Runs one step and shows it. What `note` is given stands behind the step's name.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => T | Promise<T>} run
 * @returns {Promise<T>}
 */
export async function step(name, run) {
  const startedAt = Date.now()
  let remark = ''
  const elapsed = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`
  const line = (/** @type {string} */ mark) => `${mark} ${name.padEnd(20)} ${elapsed().padStart(8)}  ${remark}`
  const stopShowing = showWaiting(() => line('…'))
  try {
    const value = await run((text) => {
      remark = text
    })
    stopShowing()
    console.log(line('✓'))
    return value
  } catch (error) {
    stopShowing()
    console.log(line('✗'))
    throw error
  }
}

/** @param {() => string} line @returns {() => void} ends it */
function showWaiting(line) {
  const { isTTY } = process.stdout
  const show = () => process.stdout.write(isTTY ? `\r\x1b[K${line()}` : `${line()}\n`)
  if (isTTY) show()
  const timer = setInterval(show, isTTY ? 200 : QUIET_MS)
  return () => {
    clearInterval(timer)
    if (isTTY) process.stdout.write('\r\x1b[K')
  }
}
