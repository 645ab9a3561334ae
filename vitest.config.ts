import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Three projects: `unit` runs the pure parts and the storage on fake-indexeddb; `chromium` and
 * `firefox` drive the built extension in real browsers, two at a time.
 */
export default defineConfig(async () => {
  const wxt = await WxtVitest();
  const browser = (name: string, include: string[]) => ({
    test: {
      name,
      include,
      environment: 'node' as const,
      maxWorkers: 2,
      sequence: { groupOrder: 1 },
      // Limits against hanging, not on speed: a machine with other work is slow at any step.
      testTimeout: 180_000,
      expect: { poll: { timeout: 40_000 } },
      hookTimeout: 180_000,
    },
  });
  return {
    test: {
      projects: [
        {
          plugins: wxt,
          test: {
            name: 'unit',
            include: ['tests/unit/**/*.test.{ts,tsx}'],
            // A limit against hanging, not on speed: the machine may be busy with other things.
            testTimeout: 60_000,
            setupFiles: ['tests/unit/setup.ts'],
            sequence: { groupOrder: 0 },
          },
        },
        browser('chromium', ['tests/browser/**/*.chromium.test.ts', 'tests/browser/**/*.browser.test.ts']),
        browser('firefox', ['tests/browser/**/*.firefox.test.ts']),
      ],
    },
  };
});
