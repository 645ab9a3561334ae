import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the host of a pack can do wrong; one at a time. */
export type Trouble = '503' | 'redirect' | 'cut' | 'large';

/** A real nginx on loopback that serves `/pack.json`. */
export interface Nginx {
  url: string;
  /** Puts another file up. */
  put(text: string): void;
  /** Makes the next answers go wrong, or right again with null. */
  trouble(kind: Trouble | null): void;
  /** `STATUS ENCODING` of each answer so far: `200 gzip`, `304 -`. */
  answers(): string[];
  close(): Promise<void>;
}

/** Says that it sends a million bytes, sends some, and hangs up. */
async function startCutter(): Promise<{ port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{"format":"chatside-published"'));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ port: (server.address() as { port: number }).port, close: () => void server.close() }));
  });
}

async function freePort(): Promise<number> {
  const { port, close } = await startCutter();
  close();
  return port;
}

/** Starts nginx with a folder of its own, as whoever runs the tests. */
export async function startNginx(): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'chatside-nginx-'));
  const [www, flags] = [join(folder, 'www'), join(folder, 'flags')];
  for (const one of [www, flags]) mkdirSync(one);
  const cutter = await startCutter();
  const port = await freePort();
  writeFileSync(join(www, 'large.json'), Buffer.alloc(200 * 2 ** 20, ' '));
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http {
  log_format answers '$status $sent_http_content_encoding';
  access_log ${folder}/access.log answers;
  types { application/json json; }
  gzip on; gzip_types application/json; gzip_min_length 100;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    root ${www};
    location = /pack.json {
      if (-f ${flags}/503) { return 503; }
      if (-f ${flags}/redirect) { return 302 http://localhost:${port}/elsewhere.json; }
      if (-f ${flags}/cut) { rewrite ^ /cut last; }
      if (-f ${flags}/large) { rewrite ^ /large.json last; }
    }
    location = /cut { proxy_pass http://127.0.0.1:${cutter.port}; }
  }
}`,
  );
  const server = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/pack.json`;
  const ended = new Promise<never>((_, reject) => {
    server.once('exit', (code) => reject(new Error(`nginx ended with ${code}: ${readFileSync(join(folder, 'error.log'), 'utf8')}`)));
  });
  ended.catch(() => undefined);
  await Promise.race([answering(url), ended]);
  return {
    url,
    put: (text) => writeFileSync(join(www, 'pack.json'), text),
    trouble: (kind) => {
      rmSync(flags, { recursive: true });
      mkdirSync(flags);
      if (kind) writeFileSync(join(flags, kind), '');
    },
    answers: () => readFileSync(join(folder, 'access.log'), 'utf8').trim().split('\n'),
    close: async () => {
      cutter.close();
      const exit = new Promise((resolve) => void server.once('exit', resolve));
      server.kill();
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** nginx gives no sign when it listens. */
async function answering(url: string): Promise<void> {
  const listens = () => fetch(url).then(() => true, () => false);
  while (!(await listens())) await new Promise((resolve) => void setTimeout(resolve, 20));
}
