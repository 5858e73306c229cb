/** Leads to a claim on the page, once the page shows it. */
export function goToClaim(id: string): void {
  setTimeout(() => {
    location.hash = `claim-${id}`
  })
}
