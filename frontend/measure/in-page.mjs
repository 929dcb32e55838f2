// Runs inside the page, before its own scripts: notes when a changed priority has arrived, and when it was painted.
export function observe() {
  const noted = { painted: [], sinceCommit: [], frames: 0, changes: 0, long: [] }
  const expected = new Map()
  window.measured = noted

  const rowOf = (id) => document.querySelector(`[data-task="${id}"]`)?.closest('[role=row]')
  const shownBy = (row) => row?.querySelector('[data-priority]')?.dataset.priority

  const arrived = (data) => {
    if (typeof data !== 'string' || !data.includes('destination:/topic/tasks')) return
    const at = performance.now()
    const { changes } = JSON.parse(data.slice(data.indexOf('\n\n') + 2, data.lastIndexOf('\0')))
    noted.frames += 1
    noted.changes += changes.length
    for (const change of changes) {
      const row = rowOf(change.taskId)
      if (!row || shownBy(row) === change.priority) expected.delete(change.taskId)
      else expected.set(change.taskId, { priority: change.priority, at, committed: Date.parse(change.at) })
    }
  }

  window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
      super(...given)
      this.addEventListener('message', (event) => arrived(event.data))
      window.socket = this
    }

    send(data) {
      const text = String(data)
      if (text.startsWith('SUBSCRIBE') && text.includes('destination:/topic/tasks')) {
        window.subscription = /\nid:(.+)/.exec(text)[1]
      }
      super.send(data)
    }
  }

  const seen = () => {
    const shown = []
    for (const [id, it] of expected) {
      const row = rowOf(id)
      // gone out of sight before it was shown: nobody saw it
      if (!row) expected.delete(id)
      else if (shownBy(row) === it.priority) {
        expected.delete(id)
        shown.push(it)
      }
    }
    if (shown.length === 0) return
    // the task after the next frame: by then it is painted
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        for (const it of shown) {
          noted.painted.push(performance.now() - it.at)
          noted.sinceCommit.push(Date.now() - it.committed)
        }
      }
      channel.port2.postMessage(undefined)
    })
  }
  document.addEventListener('DOMContentLoaded', () => {
    const root = document.getElementById('root')
    new MutationObserver(seen).observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-priority'],
    })
  })
  new PerformanceObserver((list) => {
    noted.long.push(...list.getEntries().map((it) => it.duration))
  }).observe({ type: 'longtask' })
}

/** Scrolls the list by so many pixels in each frame, back and forth, and answers how long the frames took. */
export function scroll({ step, frames }) {
  const list = document.querySelector('[role=grid]').parentElement
  return new Promise((resolve) => {
    const times = []
    let last
    let way = step
    const next = (now) => {
      if (last !== undefined) times.push(now - last)
      last = now
      if (times.length >= frames) return resolve(times)
      const before = list.scrollTop
      list.scrollTop += way
      if (list.scrollTop === before) way = -way
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
}

/** Puts changes into the page's own socket, as if the server had sent them: so many frames of so many each second. */
export function feed({ ids, queue, priorities, frames, each }) {
  const any = (list) => list[Math.floor(Math.random() * list.length)]
  window.versions ??= 1_000
  window.feeding = setInterval(() => {
    const visible = [...document.querySelectorAll('[data-task]')].map((it) => it.dataset.task)
    const changes = Array.from({ length: each }, (_, index) => ({
      taskId: any(index % 2 === 0 && visible.length > 0 ? visible : ids),
      type: 'task.reprioritised',
      status: 'QUEUED',
      priority: any(priorities),
      queue,
      workerId: null,
      version: ++window.versions,
      at: new Date().toISOString(),
      title: `Changed task ${window.versions}`,
    }))
    const head = `MESSAGE\ndestination:/topic/tasks\nsubscription:${window.subscription}\nmessage-id:fed-${window.versions}\n\n`
    const data = `${head}${JSON.stringify({ changes, more: 0 })}\0`
    window.socket.dispatchEvent(new MessageEvent('message', { data }))
  }, 1_000 / frames)
}
