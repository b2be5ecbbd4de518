import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['@imprimatur/source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    // Data addresses are for images alone: the policy of the page takes no script or font from them.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Nothing preloads through inline code.
    modulePreload: { polyfill: false },
  },
});
