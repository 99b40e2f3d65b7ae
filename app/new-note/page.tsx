/** The app's shortcut to the notes of the conference looked at last on this device. */
export { default } from '../offline/page'
