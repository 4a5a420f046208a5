/**
 * Resolves when the page has its fonts and nothing has changed in `element` for `ms`. A window that is not shown draws
 * no frames, so frames cannot be waited for.
 */
export async function whenQuiet(element: Element, ms = 150): Promise<void> {
  await document.fonts.ready
  await new Promise<void>((resolve) => {
    let timer = setTimeout(done, ms)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(done, ms)
    })
    observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true })
    function done() {
      observer.disconnect()
      resolve()
    }
  })
}
