/** The app's shortcut to what is on now, in the conference looked at last on this device. */
export { default } from '../offline/page'
