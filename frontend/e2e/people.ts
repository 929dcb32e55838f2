import { type APIRequestContext, expect } from '@playwright/test'
import { PASSWORD } from './fixture'

/** What nothing else in the sample is called, so that a story meets only its own. */
export const mark = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`

/** The admin, by the API. */
export async function adminOf(request: APIRequestContext) {
  const signedIn = await request.post('/api/v1/auth/login', {
    data: { username: 'admin', password: PASSWORD },
  })
  const { accessToken } = await signedIn.json()
  const headers = { Authorization: `Bearer ${accessToken}` }
  const send = async (path: string, data: object) => {
    const answer = await request.post(`/api/v1${path}`, { data, headers })
    expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
    return answer.json()
  }
  const get = async (path: string) => (await request.get(`/api/v1${path}`, { headers })).json()
  return {
    send,
    get,
    statusOf: async (task: string): Promise<string> => (await get(`/tasks/${task}`)).status,
    /** How many tasks have this in their title, in every state. */
    count: async (title: string): Promise<number> =>
      (await get(`/tasks?text=${encodeURIComponent(title)}`)).items.length,
  }
}

/** Somebody whose skill nobody else has, so that no other task gets in between. */
export async function newcomer(request: APIRequestContext, capacity = 1) {
  const admin = await adminOf(request)
  const id = mark()
  const skill = `desk ${id}`
  const username = `wren-${id}`
  await admin.send('/skills', { name: skill })
  const worker = await admin.send('/workers', {
    username,
    displayName: 'Wren Desk',
    password: PASSWORD,
    skills: [{ name: skill }],
    capacity,
  })
  return {
    ...admin,
    id: worker.id as string,
    username,
    skill,
    ask: async (title: string, priority = 'P3') =>
      (await admin.send('/tasks', { title, priority, requiredSkills: [skill] })).id as string,
  }
}
