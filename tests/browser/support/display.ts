import { spawn, spawnSync } from 'node:child_process';

/** A screen of its own, on which the browser's own windows and prompts are drawn. */
export interface Display {
  /** `:99` */
  name: string;
  /** Presses real keys: `Tab`, `Return`, `alt+shift+c`. */
  keys(...chords: string[]): void;
  close(): void;
}

/** Starts an X server on a free display number. */
export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  const name = `:${number}`;
  return {
    name,
    keys: (...chords) => {
      for (const chord of chords) spawnSync('xdotool', ['key', chord], { env: { ...process.env, DISPLAY: name } });
    },
    close: () => void server.kill(),
  };
}
