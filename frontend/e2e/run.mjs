// Plays the stories against the packaged server, on the servers that WARREN_TEST_* name, else on embedded ones.
// `node run.mjs -- queue.spec.ts -g undo` hands what stands behind -- to Playwright.
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Server } from './server.mjs'

const given = process.argv.slice(2)
const dashes = given.indexOf('--')
const skips = dashes < 0 ? given : given.slice(0, dashes)
const wanted = dashes < 0 ? [] : given.slice(dashes + 1)
if (skips.some((it) => it !== '' && it !== 'false')) process.exit(0)

const server = await Server.packaged()
const control = await listen()
let status = 1
try {
  await server.start()
  status = await play()
} catch (error) {
  console.error(`warren-web-stories: ${error.message}`)
} finally {
  control.close()
  await server.remove()
}
process.exit(status ?? 1)

function play() {
  const playwright = spawn('npx', ['playwright', 'test', ...wanted], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      WARREN_URL: server.url,
      WARREN_CONTROL_URL: `http://127.0.0.1:${control.address().port}`,
    },
  })
  return new Promise((resolve) => playwright.once('exit', resolve))
}

/** What the story of the restart calls: POST /kill ends the server as a power cut would, POST /start begins it anew. */
async function listen() {
  const acts = { '/kill': () => server.end('SIGKILL'), '/start': () => server.start() }
  const http = createServer((request, response) => {
    const act = request.method === 'POST' ? acts[request.url] : undefined
    if (act === undefined) return response.writeHead(404).end()
    act().then(
      () => response.writeHead(204).end(),
      (error) => response.writeHead(500).end(error.message),
    )
  })
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve))
  return http
}
