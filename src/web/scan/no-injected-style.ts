const mark = 'data-openseadragon-mobile-css'

/**
 * OpenSeadragon puts a style element of its own into the page unless there is one already, which the policy of the
 * pages forbids (it would only hide the focus on phones): this element stands in its place and styles nothing.
 */
export function keepStylesOut(): void {
  if (document.querySelector(`style[${mark}]`)) return
  const inert = document.createElementNS('urn:fonds:inert', 'style')
  inert.setAttribute(mark, '')
  document.head.append(inert)
}
