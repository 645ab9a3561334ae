import type { Shelf } from '@/practice/history';

/** What a trainee chose on this browser. Where the browser forbids storage, choices last as long as the page. */
type Preference = 'language' | 'theme' | 'trainee';

const name = (preference: Preference) => `chatside.practice.${preference}`;

export const preferences = {
  read(preference: Preference): string | null {
    try {
      return localStorage.getItem(name(preference));
    } catch {
      return null;
    }
  },
  write(preference: Preference, value: string): void {
    try {
      localStorage.setItem(name(preference), value);
    } catch {
      // Nothing is lost that was promised: the choice holds for this page.
    }
  },
};

/** The browser's storage for this page's address; null where the browser forbids it. */
export function browserShelf(): Shelf | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
