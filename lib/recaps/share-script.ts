import { createHash } from 'node:crypto'

/**
 * All that runs on a page of a recap: it shows the button that shares its address, by the system's own dialog; where
 * there is none the address is copied, or shown to be copied by hand. Without it there is no button.
 */
export const shareScript = `const button = document.getElementById('share')
const url = location.href.split(/[?#]/)[0]
const byHand = () => prompt(button.textContent, url)
const copied = () => (button.nextElementSibling.textContent = button.dataset.copied)
button.hidden = false
button.onclick = () =>
  navigator.share
    ? navigator.share({ title: document.title, url }).catch(() => {})
    : navigator.clipboard
      ? navigator.clipboard.writeText(url).then(copied, byHand)
      : byHand()`

/** Names it in a policy, by what it says: nothing else may run, whatever stands in a page. */
export const shareScriptSource = `'sha256-${createHash('sha256').update(shareScript).digest('base64')}'`
