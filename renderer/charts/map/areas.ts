/**
 * Areas of units: the union of the kabupaten/kota that the registry gives them. A Polda is not a province: Metro Jaya
 * holds parts of Jawa Barat and Banten. Boundaries: see NOTICE.
 */
import { geoIdentity, geoPath } from 'd3-geo'
import type { FeatureCollection, MultiPolygon } from 'geojson'
import { merge } from 'topojson-client'
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon, Topology } from 'topojson-specification'
import boundaries from './kab_514.topo.json'

type Area = Polygon<{ kode: string }> | TopoMultiPolygon<{ kode: string }>
const topology = boundaries as unknown as Topology<{ kab_main: GeometryCollection<{ kode: string }> }>
const byCode = new Map(
  (topology.objects.kab_main.geometries as Area[]).map((geometry) => [geometry.properties?.kode ?? '', geometry]),
)

/** Unions by their list of codes: merging is the dear part, and the same lists come back with every filter. */
const unions = new Map<string, MultiPolygon>()

/** The union of kabupaten/kota by their Kemendagri codes; codes without a boundary are left out. */
export function unionOf(areas: readonly string[]): MultiPolygon {
  const key = areas.toSorted((a, b) => a.localeCompare(b)).join(' ')
  const known = unions.get(key)
  if (known) return known
  const parts = areas.map((code) => byCode.get(code)).filter((area) => area !== undefined)
  const union = merge(topology, parts)
  unions.set(key, union)
  return union
}

export interface DrawnArea {
  id: string
  /** SVG path in the coordinates of the base; empty when the unit has no area of its own */
  path: string
  /** middle of the largest part, for marks */
  at: [number, number] | null
}
export interface DrawnMap {
  width: number
  height: number
  areas: DrawnArea[]
}

/** The union's longest ring: its middle is taken for the middle of the unit. */
function largestPart(union: MultiPolygon): MultiPolygon {
  const longest = union.coordinates.reduce<MultiPolygon['coordinates']>(
    (best, polygon) => ((polygon[0]?.length ?? 0) > (best[0]?.[0]?.length ?? 0) ? [polygon] : best),
    [],
  )
  return { type: 'MultiPolygon', coordinates: longest }
}

/** Paths of all units, fitted together into `width` px; the height follows from the place. */
export function drawAreas(units: readonly { unit: string; areas: readonly string[] }[], width: number): DrawnMap {
  const shapes = units.map(({ unit, areas }) => ({ id: unit, union: unionOf(areas) }))
  const all: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: shapes.map(({ union }) => ({ type: 'Feature', properties: {}, geometry: union })),
  }
  // Degrees as they are, north up: the equirectangular map, without the sphere's clipping and resampling.
  const projection = geoIdentity().reflectY(true)
  const [[left, top], [right]] = geoPath(projection).bounds(all)
  const scale = width / (right - left)
  projection.scale(scale).translate([-left * scale, -top * scale])
  const path = geoPath(projection).digits(1)
  const bounds = path.bounds(all)
  const height = Number.isFinite(bounds[1][1]) ? Math.ceil(bounds[1][1]) : 0
  return {
    width,
    height,
    areas: shapes.map(({ id, union }) => {
      const drawn = path(union) ?? ''
      return { id, path: drawn, at: drawn === '' ? null : path.centroid(largestPart(union)) }
    }),
  }
}
