import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Refusal } from './api/refusal.ts'
import { App } from './app.tsx'
import { applyTheme, chosenTheme } from './shell/theme-choice.tsx'
import './style/fonts.css'
import './style/tokens.css'
import './style/base.css'
import './style/controls.css'

applyTheme(chosenTheme())

const kept = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal says the same again; only a server that cannot be reached may come back.
      retry: (times, error) => times < 2 && error instanceof Refusal && error.status === 0,
    },
  },
})

const room = document.getElementById('room')
if (room)
  createRoot(room).render(
    <StrictMode>
      <QueryClientProvider client={kept}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
