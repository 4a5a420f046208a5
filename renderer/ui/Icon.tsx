/** Line icons on a 16-pixel grid, 1.4 wide. They are ornaments: the name stands beside them or on their button. */
const PATHS = {
  ikhtisar: 'M1.5 13.5h13M3 11V7M6.5 11V3M10 11V6M13.5 11V8.5',
  wilayah: 'M1.5 4l4-2 5 2 4-2v10l-4 2-5-2-4 2zM5.5 2v10M10.5 4v10',
  kanal: 'M2 3h12v8H7l-3 3v-3H2z',
  kasus: 'M2 3h12M2 6.5h12M2 10h12M2 13.5h12M5.5 3v10.5',
  integritas: 'M8 1.5l5.5 2v4.5c0 3.5-2.5 5.5-5.5 6.5-3-1-5.5-3-5.5-6.5V3.5zM5.5 8l2 2 3.5-4',
  temuan: 'M3 1.5h7l3 3v10H3zM5.5 7h5M5.5 10h5',
  presentasi: 'M1.5 2.5h13v8h-13zM8 10.5v3M5 14h6',
  data: 'M2.5 3.5a5.5 2 0 0 1 11 0a5.5 2 0 0 1-11 0v9c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2v-9M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2',
  table: 'M2 3h12v10H2zM2 6.5h12M7 3v10',
  chart: 'M2 13.5h12M2 10l4-4 3 3 5-6',
  download: 'M8 2v8M5 7l3 3 3-3M2.5 13.5h11',
  pin: 'M10 1.5l4.5 4.5-3 .5-2.5 2.5-.5 3.5L4 8l3.5-.5L10 5zM6 10l-4 4',
  info: 'M14 8a6 6 0 1 1-12 0a6 6 0 0 1 12 0M8 7v4M8 4.6v1',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  search: 'M11 6.5a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0M10 10l4 4',
  chevron: 'M4 6l4 4 4-4',
  left: 'M10 3L5 8l5 5',
  right: 'M6 3l5 5-5 5',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  plus: 'M8 3v10M3 8h10',
  trash: 'M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.5 9h6l.5-9M7 7v4M9 7v4',
  edit: 'M2.5 13.5l.5-3 7.5-7.5 2.5 2.5-7.5 7.5zM9 4.5L11.5 7',
  more: 'M3 8h.5M7.8 8h.5M12.5 8h.5',
  file: 'M3 1.5h7l3 3v10H3zM10 1.5v3h3',
  folder: 'M1.5 3.5h5l1.5 2h6.5v8h-13z',
  key: 'M7 8a3 3 0 1 1-6 0a3 3 0 0 1 6 0M7 8h8M12 8v3M14.5 8v2',
  screen: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  sortUp: 'M8 13V3M4.5 6.5L8 3l3.5 3.5',
  sortDown: 'M8 3v10M4.5 9.5L8 13l3.5-3.5',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} strokeLinejoin="round" />
    </svg>
  )
}
