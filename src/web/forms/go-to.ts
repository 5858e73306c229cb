/** Leads to a part of the page by its id, once the page shows it. */
export function goTo(id: string): void {
  setTimeout(() => {
    location.hash = id
  })
}
