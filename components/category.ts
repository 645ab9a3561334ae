import type { Translate } from '../locales';
import { knownCategories } from '../packs/format';

/** The category's name on screen; a pack's own category is shown as it is written there. */
export function categoryName(t: Translate, category: string): string {
  const known = knownCategories.find((one) => one === category);
  return known ? t(`category.${known}`) : category;
}
