/** A standing SVG as a PNG, drawn at twice its size so that it is sharp on slides and paper. */
const SCALE = 2

/** @returns the PNG's bytes, or null when the picture could not be drawn */
export async function pngOf(svg: SVGSVGElement): Promise<Blob | null> {
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))]
  const source = new XMLSerializer().serializeToString(svg)
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`
  try {
    await image.decode()
  } catch {
    return null
  }
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.scale(SCALE, SCALE)
  pen.drawImage(image, 0, 0)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
