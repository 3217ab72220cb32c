import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.js';
import './app.css';

createRoot(document.body).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
