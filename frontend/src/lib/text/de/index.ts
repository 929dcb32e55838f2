import type { English, Noun } from '../index'
import type { Translated } from '../translated'
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

export const de: { [N in Noun]: Translated<English[N]> } = {
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
