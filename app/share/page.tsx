/** Where another app shares a link or a text to: it becomes a note on this device. */
export { default } from '../offline/page'
