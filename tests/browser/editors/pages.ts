import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { existsSync, globSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { extname, join, normalize, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';

const project = resolve(import.meta.dirname, '../../editor-pages');
const dist = join(project, 'dist');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Every editor of tests/editor-pages. */
export const editorNames = [
  'textarea', 'input', 'react-textarea', 'vue-textarea', 'contenteditable', 'plaintext-only', 'prosemirror', 'tiptap',
  'lexical', 'lexical-plain', 'slate', 'draft', 'quill', 'ckeditor', 'tinymce', 'wangeditor', 'codemirror',
] as const;

/** Builds the editor pages unless the last build is newer than all they are made of. */
function buildPages(): void {
  const built = join(dist, 'index.html');
  const sources = globSync(['*.{html,css,js,json}', 'editors/*'], { cwd: project });
  const changedAt = Math.max(...sources.map((source) => statSync(join(project, source)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs > changedAt) return;
  if (!existsSync(join(project, 'node_modules'))) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: project });
  execFileSync(join(project, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], { cwd: project });
}

/** Serves the built editor pages, and `extra` pages by path, on loopback. */
export async function serveEditorPages(extra: Record<string, string> = {}): Promise<{ origin: string; close(): void }> {
  buildPages();
  const server: Server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const page = extra[path];
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': types['.html'] }).end(page);
      return;
    }
    const file = join(dist, normalize(path));
    try {
      if (!file.startsWith(dist)) throw new Error('outside');
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
