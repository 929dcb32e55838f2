import { common } from './common'
import { coordination } from './coordination'
import { create } from './create'
import { desk } from './desk'
import { dispute } from './dispute'
import { edit } from './edit'
import { failures } from './failures'
import { frame } from './frame'
import { levels } from './levels'
import { myFigures } from './my-figures'
import { myWork } from './my-work'
import { now } from './now'
import { operations } from './operations'
import { overview } from './overview'
import { people } from './people'
import { plan } from './plan'
import { queue } from './queue'
import { queueSettings } from './queue-settings'
import { signIn } from './sign-in'
import { sla } from './sla'
import { sound } from './sound'
import { task } from './task'
import { verb } from './verb'
import { whereabouts } from './whereabouts'
import { work } from './work'

/** All texts of the pages: one file for each noun, keys as `noun.what`. For types and tests; the app loads file by file. */
export const en = {
  common,
  frame,
  'sign-in': signIn,
  coordination,
  create,
  dispute,
  edit,
  failures,
  levels,
  now,
  desk,
  'my-figures': myFigures,
  'my-work': myWork,
  operations,
  overview,
  people,
  plan,
  queue,
  'queue-settings': queueSettings,
  sla,
  sound,
  task,
  verb,
  whereabouts,
  work,
}
