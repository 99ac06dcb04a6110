import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const libs = join(here, '../../libs');
/** The pages that citizens open: an entry of their own without antd, router and contracts. */
const LIGHT = /^\/(sign-in|p\/|responsibilities|kiosk)/;

/** What the gateway sends as it is: every text beside its brotli and gzip form. */
const compressed = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    const out = join(here, 'dist');
    for (const file of readdirSync(out, { recursive: true })) {
      if (!/\.(js|css|html|svg|json)$/.test(file)) continue;
      const bytes = readFileSync(join(out, file));
      writeFileSync(join(out, `${file}.br`), brotliCompressSync(bytes));
      writeFileSync(join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

/** `vite` beside a running platform (API=http://localhost:3000): the same pages as the gateway serves. */
const pages = {
  name: 'pages',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (LIGHT.test(request.url ?? '')) request.url = '/light.html';
      next();
    });
  },
};

export default defineConfig({
  root: here,
  plugins: [pages, compressed],
  cacheDir: join(here, '../../node_modules/.cache/vite'),
  resolve: { alias: [{ find: /^#libs\/(.*)\.js$/, replacement: `${libs}/$1.ts` }] },
  server: { proxy: { '/api': { target: process.env.API ?? 'http://localhost:3000', changeOrigin: true } } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      // antd marks its modules for servers that render React; there is none here.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
      input: { workbench: join(here, 'index.html'), light: join(here, 'light.html') },
    },
  },
});
