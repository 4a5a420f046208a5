import { createRoot } from 'react-dom/client'
import { restorePlace } from '../state/lastPlace'
import '../styles/index.css'
import { App } from './App'
import { openFirstScreen } from './firstScreen'

restorePlace()
openFirstScreen()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
