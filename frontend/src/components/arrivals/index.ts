export { Arrivals, askForNotifications } from './arrivals'
export { unlockSound } from './sound'
export { SoundSettings } from './sound-settings'
