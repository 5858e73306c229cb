/**
 * Leads to a part of the page by its id, once the page shows it: not who has gone elsewhere than they were at (`from`, an
 * address) meanwhile, or is at work in another form.
 */
export function goTo(id: string, from: string): void {
  afterwards(() => {
    if (location.href === from) location.hash = id
  })
}

/** Gives the focus to what opened a form, once the form is gone; not to who is at work in another one. */
export function backTo(opener: () => HTMLElement | null | undefined): void {
  afterwards(() => opener()?.focus({ preventScroll: true }))
}

/** Once the form in which somebody was is gone, unless they are in another one by then. */
function afterwards(lead: () => void): void {
  const left = formInWork()
  setTimeout(() => {
    const now = formInWork()
    if (now === null || now === left) lead()
  })
}

const formInWork = () => document.activeElement?.closest('form, dialog') ?? null
