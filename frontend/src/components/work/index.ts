export { Held, HelpNote } from './held'
export { HoldForm } from './hold-form'
export { ReasonForm } from './reason-form'
