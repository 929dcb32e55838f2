let title = document.title
let count = 0

function write(): void {
  document.title = count > 0 ? `(${count}) ${title}` : title
}

export function titlePage(text: string): void {
  title = text
  write()
}

/** How many new notices there are, so that a tab in the background shows it. */
export function titleCount(n: number): void {
  count = n
  write()
}
