/** Runs at most once in that time and never beside itself, and once more after the last time it was asked to. */
export function throttled(run: () => Promise<unknown>, rest: () => number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let again = false
  let over = false
  const begin = () => {
    timer = setTimeout(() => {
      again = false
      run()
        .catch(() => undefined) // whoever is shown it says so
        .then(() => {
          timer = undefined
          if (again && !over) begin()
        })
    }, rest())
  }
  return {
    ask() {
      if (timer === undefined) begin()
      else again = true
    },
    cancel() {
      over = true
      clearTimeout(timer)
    },
  }
}
