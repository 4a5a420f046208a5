/** The number of pages of a PDF that Chromium wrote: the count at the root of its page tree, never compressed there. */
export function pdfPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const nodes = text.matchAll(/\/Type \/Pages\b[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type \/Pages\b/g)
  return Math.max(0, ...[...nodes].map((node) => Number(node[1] ?? node[2])))
}
