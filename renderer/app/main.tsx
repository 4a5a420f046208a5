import { createRoot } from 'react-dom/client'
import { restorePlace } from '../state/lastPlace'
import { parseRoute } from '../state/route'
import '../styles/index.css'
import { App } from './App'
import { preloadRoom } from './rooms'

restorePlace()
preloadRoom(parseRoute(window.location.hash).room)
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
