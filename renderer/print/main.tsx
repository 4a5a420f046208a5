/** The page that is printed: asks for its frozen model, draws it, and says when it stands. */
import { createRoot } from 'react-dom/client'
import '../styles/index.css'
import '../charts/charts.css'
import { call } from '../api/client'
import { PrintHatch } from './PrintHatch'
import { whenQuiet } from './quiet'
import { Sheets } from './Sheets'

async function print(root: HTMLElement) {
  const answer = await call('print:model', {})
  if (!answer.ok || answer.value === null) return
  const model = answer.value
  document.documentElement.lang = model.language
  document.documentElement.dataset['theme'] = 'light'
  document.title = `${model.title}. ${model.period.label}, ${model.subtitle}`
  const ready = async () => {
    await whenQuiet(root)
    await call('print:ready', {})
  }
  let asked = false
  const onPages = () => {
    if (asked) return
    asked = true
    void ready()
  }
  createRoot(root).render(
    <>
      <PrintHatch />
      <Sheets model={model} onPages={onPages} />
    </>,
  )
}

const root = document.getElementById('root')
if (root) void print(root)
