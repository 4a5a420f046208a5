/** Files built into the programs as text: `import units from './units.csv?raw'`. */
declare module '*?raw' {
  const text: string
  export default text
}
declare module 'sql.js/dist/sql-wasm-inline.js' {
  export { default } from 'sql.js'
}
